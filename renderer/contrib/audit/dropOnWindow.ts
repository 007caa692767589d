import type { FileNode } from '../../../shared/rpc/views.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { auditStore, changeAudit } from './auditStore.ts';
import { firstChoice, newAudit } from './firstChoice.ts';

/**
 * Takes files that are dropped anywhere on the window, where nothing else takes them: what has an editor of its own, such as a
 * scenario, is copied into the folder and opened; the rest goes into the audit in front, else into a new one. Without this a browser would leave the workbench and show the file.
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
  const { commands, workspace, notifications } = workbench;
  if (files.length === 0) return;
  const folder = workspace.store.getState();
  if (folder === null) {
    const text = 'Open a folder first: what is dropped is copied into it, or audited by a scenario there.';
    notifications.show('info', text, [{ title: 'Open Folder…', run: () => commands.run('file.openFolder') }]);
    return;
  }
  const own = files.filter(isOwn);
  const others = files.filter((file) => !isOwn(file));
  if (own.length > 0) await commands.run('explorer.addFiles', { files: own });
  if (others.length > 0) await audit(workbench, folder.files, others);
}

/** Of a kind that has an editor of its own. */
function isOwn({ name }: File): boolean {
  return /\.(scenario|comparison|quote)\.json$/i.test(name);
}

async function audit(workbench: Workbench, there: readonly FileNode[], files: readonly File[]): Promise<void> {
  const { editors } = workbench;
  const front = editors.active();
  const address = front === null ? null : parseAddress(front);
  const path = address?.scheme === 'audit' ? address.path : newAudit;
  if (!auditStore.getState().byPath[path]) changeAudit(path, { choice: firstChoice(path, there) });
  editors.open(`audit:${path}`, { focus: true, pinned: true });
  const { takeFiles } = await import('./takeFiles.ts');
  await takeFiles(workbench, path, files);
}
