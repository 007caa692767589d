import { parseAddress } from '../platform/address.ts';
import type { Workbench } from '../platform/workbench.ts';

/** Opens an editor that follows a scenario: beside the scenario where that is in front, so that both are seen. */
export function openBeside({ editors }: Workbench, uri: string): void {
  const front = editors.active();
  const scheme = front === null ? '' : parseAddress(front).scheme;
  editors.open(uri, { side: scheme === 'scenario' || scheme === 'text', focus: true, pinned: true });
}
