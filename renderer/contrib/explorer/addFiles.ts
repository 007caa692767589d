import { messageOf } from '../../platform/messageOf.ts';
import { uploadFile } from '../../platform/uploadFile.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { keepStep, undoAction } from './doneSteps.ts';
import type { Dropped } from './droppedFiles.ts';
import { explorerStore, showFile } from './explorerStore.ts';
import { inFolder, listed, named } from './paths.ts';

/** Copies files into a folder of the workspace, never over others, and says what was refused. Gives the paths of those that are in. */
export async function addFiles(
  workbench: Workbench,
  folder: string,
  { files, refused }: Dropped,
): Promise<readonly string[]> {
  const made: string[] = [];
  const renamed: string[] = [];
  const failed = [...refused];
  const stop = new AbortController();
  for (const [at, { file, path }] of files.entries()) {
    if (stop.signal.aborted) break;
    explorerStore.setState({
      copying: { name: path, at: at + 1, of: files.length, cancel: () => stop.abort() },
    });
    try {
      const upload = await uploadFile(workbench.rpc, file, { signal: stop.signal, onProgress: () => undefined });
      const wanted = inFolder(folder, path);
      const now = (await workbench.rpc('file.add', { upload, path: wanted })).path;
      made.push(now);
      if (now !== wanted) renamed.push(now);
    } catch (error) {
      if (!stop.signal.aborted) failed.push(`${path}: ${messageOf(error)}`);
    }
  }
  explorerStore.setState({ copying: null });
  await finish(workbench, { made, renamed, failed });
  return made;
}

interface Added {
  readonly made: readonly string[];
  readonly renamed: readonly string[];
  readonly failed: readonly string[];
}

async function finish(workbench: Workbench, { made, renamed, failed }: Added): Promise<void> {
  const { notifications, workspace } = workbench;
  if (made.length > 0) keepStep(`Copy in ${named(made)}`, { kind: 'trash', paths: made });
  await workspace.refresh();
  if (made.length > 0) {
    showFile(made[0]!);
    const said = `${made.length === 1 ? `${made[0]!} was` : `${made.length} files were`} copied in.`;
    if (renamed.length === 0) notifications.announce(said);
    else
      notifications.show('info', `${said} Names that were taken are now: ${listed(renamed)}.`, undoAction(workbench));
  }
  if (failed.length > 0) notifications.show('warning', `Not copied in: ${listed(failed)}.`);
}
