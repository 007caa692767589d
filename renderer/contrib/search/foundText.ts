import type { SearchView } from '../../../shared/rpc/searchViews.ts';

/** What a search came to, in words. */
export function foundText({ files, searched, ended }: SearchView): string {
  const listed = files.reduce((sum, { matches }) => sum + matches.length, 0);
  const more = files.reduce((sum, file) => sum + file.more, 0);
  const where = searched === 1 ? '1 file' : `${searched} files`;
  if (listed === 0 && ended === null) return `Nothing found in ${where}.`;
  const found = `${counted(listed + more, 'result')} in ${counted(files.length, 'file')}.`;
  const rest = more > 0 ? ` The first ${listed} are listed.` : '';
  if (ended === 'enough') return `${found}${rest} There may be more: narrow the search.`;
  if (ended === 'time') return `${found}${rest} The search took too long in one file and was stopped after ${where}.`;
  return found + rest;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
