import { ok, type Result } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Fs } from '../../platform/fs.ts';
import { attempt } from '../../store/attempt.ts';
import { locateFile } from '../../store/locateFile.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import { indexFile, type IndexedFile } from './indexFile.ts';
import { rowsOfFile } from './rowsOfFile.ts';
import type { RowsOf } from './rowsOf.ts';

/** The rows of a file of the folder that is open. */
export type RowsOfFileAt = (path: string) => Promise<Result<RowsOf, RpcError>>;

interface Opened {
  readonly stamp: string | null;
  readonly index: Promise<Result<IndexedFile, RpcError>>;
}

const mostKept = 4;

/** Files of rows that grids look at: looked through once for as long as they stay as they are. */
export function createOpenedFiles(open: { workspace(): Result<Workspace, RpcError> }): RowsOfFileAt {
  const kept = new Map<string, Opened>();
  return async (path) => {
    const workspace = open.workspace();
    if (!workspace.ok) return workspace;
    const { fs } = workspace.value.ports;
    const located = fromStore(await locateFile(workspace.value, path));
    if (!located.ok) return located;
    const { absolute } = located.value;
    const stamp = await stampOf(fs, absolute);
    const known = kept.get(absolute);
    const index = known?.stamp === stamp ? known.index : looked(path, () => indexFile(fs, { absolute, shown: path }));
    kept.delete(absolute);
    kept.set(absolute, { stamp, index });
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    const indexed = await index;
    if (!indexed.ok) kept.delete(absolute);
    const isAsBefore = async () => (await stampOf(fs, absolute)) === stamp;
    return indexed.ok ? ok(rowsOfFile(fs, indexed.value, isAsBefore)) : indexed;
  };
}

/** Tells a file that was written to from what it was; one that is gone is none of before. */
async function stampOf(fs: Fs, absolute: string): Promise<string | null> {
  const stat = await attempt(absolute, () => fs.stat(absolute));
  return stat.ok ? `${stat.value.size} ${stat.value.mtimeMs}` : null;
}

async function looked<T>(path: string, look: () => Promise<Result<T, RpcError>>): Promise<Result<T, RpcError>> {
  const tried = fromStore(await attempt(path, look));
  return tried.ok ? tried.value : tried;
}
