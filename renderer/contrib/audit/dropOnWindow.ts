import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { auditStore, changeAudit } from './auditStore.ts';
import { firstChoice, newAudit } from './firstChoice.ts';

/**
 * Takes files that are dropped anywhere on the window, where nothing else takes them: into the audit in front, else into a new one.
 * Without this a browser would leave the workbench and show the file.
 */
export function takeDrops(workbench: Workbench): void {
  const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  window.addEventListener('dragover', (event) => isFiles(event) && event.preventDefault());
  window.addEventListener('drop', (event) => {
    if (!isFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    void takeDrop(workbench, [...(event.dataTransfer?.files ?? [])]);
  });
}

async function takeDrop(workbench: Workbench, files: readonly File[]): Promise<void> {
  const { editors, workspace, notifications } = workbench;
  if (files.length === 0) return;
  const folder = workspace.store.getState();
  if (folder === null) {
    notifications.show('info', 'Open a folder first: an audit takes its terms from a scenario there.');
    return;
  }
  const front = editors.active();
  const address = front === null ? null : parseAddress(front);
  const path = address?.scheme === 'audit' ? address.path : newAudit;
  if (!auditStore.getState().byPath[path]) changeAudit(path, { choice: firstChoice(path, folder.files) });
  editors.open(`audit:${path}`, { focus: true, pinned: true });
  const { takeFiles } = await import('./takeFiles.ts');
  await takeFiles(workbench, path, files);
}
