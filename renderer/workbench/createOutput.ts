import { createStore } from 'zustand/vanilla';
import type { Output } from '../platform/workbench.ts';

const maxLines = 5000;

type Line = { readonly at: string; readonly text: string };

/** The lines of the Output view, the host's and ours; the oldest go first. */
export function createOutput(now: () => string) {
  const store = createStore<{ readonly lines: readonly Line[] }>(() => ({ lines: [] }));
  const add = (line: Line): void => store.setState(({ lines }) => ({ lines: [...lines, line].slice(-maxLines) }));
  const output: Output = {
    store,
    write: (text) => add({ at: now(), text }),
    clear: () => store.setState({ lines: [] }),
  };
  return { output, add };
}
