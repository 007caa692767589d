import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';

/** Runs the saved scenario and writes its ledger, then opens it. Asks to save first where there are changes. */
export async function writeLedger(workbench: Workbench, args?: unknown): Promise<void> {
  const path = scenarioOf(workbench, args);
  if (path === null || !(await isSaved(workbench, path))) return;
  try {
    const ledger = await workbench.rpc('ledger.write', { path });
    await workbench.workspace.refresh();
    workbench.editors.open(`ledger:${ledger.path}`, { focus: true, pinned: true });
    workbench.output.write(`Wrote ${ledger.path}: ${ledger.rowCount} rows, head ${ledger.head}`);
  } catch (error) {
    workbench.notifications.failed('Writing the ledger', error);
  }
}

/** The scenario that a command is about: the one named, else the one in front. */
export function scenarioOf(workbench: Workbench, args?: unknown): string | null {
  if (typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string') return args.path;
  const uri = workbench.editors.active();
  if (uri === null) return null;
  const { path } = parseAddress(uri);
  const scenario = path.startsWith('bill/') ? path.slice('bill/'.length) : path;
  return scenario.endsWith('.scenario.json') ? scenario : null;
}

async function isSaved({ documents, dialogs }: Workbench, path: string): Promise<boolean> {
  const document = await documents.open(path);
  if (!document.dirty) return true;
  const answer = await dialogs.confirm({
    title: 'Save the scenario first?',
    text: 'A ledger is written from the scenario as it is saved, so that both can be compared later.',
    actions: [{ id: 'save', title: 'Save and write ledger' }],
  });
  return answer === 'save' && (await documents.save(path));
}
