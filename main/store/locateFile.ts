import type { Result } from '../../shared/base/result.ts';
import { attempt, refuse } from './attempt.ts';
import { locate } from './locate.ts';
import type { StoreError } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** An ordinary file inside the workspace. */
export interface LocatedFile {
  /** The real file, links resolved. */
  readonly absolute: string;
  readonly bytes: number;
}

/** Finds a file of the workspace for readers that take a path of the system: importers, SQLite. */
export function locateFile(workspace: Workspace, path: string): Promise<Result<LocatedFile, StoreError>> {
  return attempt(path, async () => {
    const { absolute, stat } = await locate(workspace, path);
    if (!stat.isFile()) refuse('not-a-file', path, stat.isDirectory() ? 'a folder' : 'a pipe or device');
    return { absolute, bytes: stat.size };
  });
}
