import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { kindOfFile } from '../editors/kindOfFile.ts';

/** What Save As needs of the workbench. */
export type SaveAsParts = Pick<Workbench, 'rpc' | 'dialogs' | 'documents' | 'editors' | 'notifications' | 'workspace'>;

/** Saves the text of a document under another path, and goes on there. The file of the old path stays as it is on disk. */
export async function saveAs(parts: SaveAsParts, path: string): Promise<boolean> {
  const text = parts.documents.get(path)?.text;
  if (text === undefined) return false;
  const answer = await parts.dialogs.input({
    title: `Save ${fileName(path)} As`,
    label: 'Path in the folder, or a full path on this computer',
    value: path,
    accept: 'Save',
  });
  const to = answer?.trim() ?? '';
  if (to === '') return false;
  if (to === path) return parts.documents.save(path);
  try {
    return isFullPath(to) ? await saveOutside(parts, { file: to, text }) : await saveInside(parts, { path, to, text });
  } catch (error) {
    parts.notifications.failed(`Saving as ${to}`, error);
    return false;
  }
}

function isFullPath(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]|^\\\\/.test(path);
}

/** Outside the folder it is a copy: what is open here stays what it is, saved or not. */
async function saveOutside({ rpc, notifications, workspace }: SaveAsParts, copy: { file: string; text: string }) {
  const { path } = await rpc('document.saveElsewhere', copy);
  const folder = path.replace(/[\\/][^\\/]*$/, '') || '/';
  notifications.show('info', `A copy was saved as ${path}.`, [
    { title: 'Open Its Folder', run: () => workspace.open(folder) },
  ]);
  return true;
}

async function saveInside(parts: SaveAsParts, { path, to, text }: { path: string; to: string; text: string }) {
  const { rpc, dialogs, documents, workspace, notifications } = parts;
  let outcome = await rpc('document.save', { path: to, text, expected: null });
  if (!outcome.saved) {
    const choice = await dialogs.confirm({
      severity: 'warning',
      title: `Replace ${to}?`,
      text: 'A file of that name is there already. What it holds is kept as a version of its local history.',
      actions: [{ id: 'replace', title: 'Replace', danger: true }],
    });
    if (choice === null) return false;
    outcome = await rpc('document.save', { path: to, text, expected: outcome.conflict?.sha256 ?? null });
    if (!outcome.saved) throw new Error(`${to} was changed by another program just now. Nothing was saved.`);
  }
  documents.close(path);
  if (documents.get(to)) await documents.revert(to);
  moveEditors(parts, { path, to });
  await workspace.refresh();
  notifications.announce(`Saved as ${to}`);
  return true;
}

/** The editors of the old path show the new one. */
function moveEditors({ editors }: SaveAsParts, { path, to }: { readonly path: string; readonly to: string }): void {
  const alike = kindOfFile(path) === kindOfFile(to);
  for (const uri of editors.all()) {
    const address = parseAddress(uri);
    if (address.path === path) editors.replace(uri, alike ? `${address.scheme}:${to}` : `${kindOfFile(to)}:${to}`);
  }
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
