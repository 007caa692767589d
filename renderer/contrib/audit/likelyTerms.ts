/** The scenario that most likely gives the terms of a file: the one of its name or folder, else the only one. */
export function likelyTerms(file: string | null, scenarios: readonly string[]): string | null {
  if (file === null) return scenarios.length === 1 ? scenarios[0]! : null;
  const stem = stemOf(file);
  const named = scenarios
    .filter((path) => stem.startsWith(stemOf(path)))
    .sort((a, b) => stemOf(b).length - stemOf(a).length);
  const beside = scenarios.filter((path) => folderOf(path) === folderOf(file));
  return named[0] ?? (beside.length === 1 ? beside[0]! : scenarios.length === 1 ? scenarios[0]! : null);
}

function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.(scenario\.json|ledger|csv|ndjson|jsonl)$/i, '')
    .toLowerCase();
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
