import { RpcFailure } from '../../../../shared/rpc/rpcFailure.ts';
import type { Workbench } from '../../../platform/workbench.ts';

interface Restored {
  readonly path: string;
  readonly number: number;
}

/** Puts a version in place of the file. What it replaces is kept as a version too, unsaved work included, so that Undo has it back. */
export async function restoreVersion(workbench: Workbench, wanted: Restored): Promise<void> {
  const { path, number } = wanted;
  const { documents, notifications } = workbench;
  if (documents.get(path)?.dirty && !(await documents.save(path))) return;
  const replaced = await restore(workbench, wanted);
  if (replaced === null) return;
  notifications.show('info', `${path} is as it was in version ${number}. What it replaced is kept as a version too.`, [
    { title: 'Undo', run: () => undoRestore(workbench, { path, replaced }) },
  ]);
}

/** The hash of what was replaced; null where nothing was. */
async function restore(
  { rpc, documents, notifications }: Workbench,
  { path, number }: Restored,
): Promise<string | null> {
  const expected = await shaOnDisk(rpc, path);
  const outcome = await rpc('version.restore', { path, number, expected });
  if (!outcome.saved) {
    notifications.show('warning', `${path} was changed by another program just now. Nothing was restored.`);
    return null;
  }
  // One step of undo where the file is open; where it could not be opened before, it can be now.
  await (documents.get(path) ? documents.revert(path) : documents.open(path)).catch(() => undefined);
  return expected ?? '';
}

async function undoRestore(
  workbench: Workbench,
  { path, replaced }: { readonly path: string; readonly replaced: string },
) {
  try {
    const kept = (await workbench.rpc('version.list', { path })).find(({ sha256 }) => sha256 === replaced);
    if (!kept || (await restore(workbench, { path, number: kept.number })) === null) return;
    workbench.notifications.announce(`The restore of ${path} is undone`);
  } catch (error) {
    workbench.notifications.failed(`Undoing the restore of ${path}`, error);
  }
}

async function shaOnDisk(rpc: Workbench['rpc'], path: string): Promise<string | null> {
  try {
    return (await rpc('version.read', { path, number: null })).sha256;
  } catch (error) {
    if (error instanceof RpcFailure && error.code === 'missing') return null;
    throw error;
  }
}
