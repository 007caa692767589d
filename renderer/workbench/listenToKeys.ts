import { createKeyResolver } from '../platform/keyResolver.ts';
import { isMac } from '../platform/platformKind.ts';
import { printKey } from '../platform/keys.ts';
import type { Shell } from './shell.ts';

/** Runs commands by their keys, wherever the focus is. */
export function listenToKeys(shell: Shell): void {
  const resolve = createKeyResolver(() => shell.keys.bindings(), shell.context);
  addEventListener(
    'keydown',
    (event) => {
      if (shell.context.get('recordingKeys')) return;
      if (event.isComposing || shell.dialogQueue.getState().queue.some((dialog) => dialog.kind !== 'pick')) return;
      const resolution = resolve(event);
      const { keyNote } = shell.state.getState();
      if (resolution.kind === 'none') {
        if (keyNote !== null) shell.state.setState({ keyNote: null });
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      shell.state.setState({ keyNote: noteOf(resolution) });
      if (resolution.kind === 'run') void shell.commands.run(resolution.command.id);
    },
    true,
  );
}

type Said = Exclude<ReturnType<ReturnType<typeof createKeyResolver>>, { kind: 'none' }>;

function noteOf(resolution: Said): string | null {
  if (resolution.kind === 'pending')
    return `${printKey(resolution.stroke, isMac)} was pressed. Waiting for a second key…`;
  if (resolution.kind === 'lost') return `${resolution.strokes} is not a command.`;
  return null;
}
