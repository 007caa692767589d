import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { LeftAside, SearchedFile, SearchView } from '../../../shared/rpc/searchViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { SearchPart, SearchPiece, SearchTask } from '../../workers/searchFile.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';

interface Wanted extends SearchTask {
  readonly parts: readonly SearchPart[];
  readonly leftAside: readonly LeftAside[];
  readonly signal: AbortSignal;
  readonly mostWaitMs: number;
}

/** Searches the files one by one on the threads of a pool, until enough is found or a file takes too long. */
export async function runSearch(
  pool: WorkerPool,
  { parts, leftAside, signal, mostWaitMs, ...task }: Wanted,
): Promise<Result<SearchView, RpcError>> {
  const pieces: SearchPiece[] = [];
  const stop = new AbortController();
  let found = 0;
  let ended: SearchView['ended'] = null;
  const end = (why: 'enough' | 'time'): void => {
    ended ??= why;
    stop.abort();
  };
  let timer = setTimeout(end, mostWaitMs, 'time');
  const outcome = await pool.run<SearchPart, SearchPiece>({
    kind: 'search',
    task,
    parts,
    signal: AbortSignal.any([signal, stop.signal]),
    onPiece(piece, index) {
      clearTimeout(timer);
      timer = setTimeout(end, mostWaitMs, 'time');
      pieces[index] = piece;
      if (!('aside' in piece)) found += piece.matches.length;
      if (found >= task.most && pieces.filter(Boolean).length < parts.length) end('enough');
    },
  });
  clearTimeout(timer);
  if (!outcome.ok && ended === null) return err(outcome.error);
  return ok({ ...listed(parts, pieces, { leftAside, most: task.most }), ended });
}

interface Limits {
  readonly leftAside: readonly LeftAside[];
  readonly most: number;
}

/** What was found in the order of the files, up to so many places. */
function listed(
  parts: readonly SearchPart[],
  pieces: readonly SearchPiece[],
  limits: Limits,
): Omit<SearchView, 'ended'> {
  const files: SearchedFile[] = [];
  const leftAside = [...limits.leftAside];
  let room = limits.most;
  let searched = 0;
  for (const [index, { path }] of parts.entries()) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    if ('aside' in piece) {
      leftAside.push({ path, reason: piece.aside });
      continue;
    }
    searched += 1;
    const matches = piece.matches.slice(0, room);
    room -= matches.length;
    const more = piece.more + piece.matches.length - matches.length;
    if (matches.length + more > 0) files.push({ path, matches, more });
  }
  return { files, searched, leftAside };
}
