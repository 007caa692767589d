import type { HistoryRoom } from '../../shared/rpc/views.ts';

/** How full, as whole percent, rounded down: `100%` only where nothing more is taken. */
export function fullness({ bytes, limit }: HistoryRoom): string {
  return `${Math.floor((bytes / limit) * 100)}%`;
}

/** What it means that the history has little room left, and what to do. */
export function historyFullText(room: HistoryRoom): string {
  return `The history of this folder is ${fullness(room)} full. Once it is full, imports, notes and sign-offs are refused. Go on in a copy of the folder without .drawdown/history.ndjson, and keep this folder as it is: it proves what was done so far.`;
}
