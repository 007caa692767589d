/** What is compared with what: two paths of the workspace. */
export interface Compared {
  readonly first: string;
  readonly second: string;
}

/** The path of a comparison's address: both paths, escaped, so that any name fits. */
export function compareAddress({ first, second }: Compared): string {
  return `compare:${encodeURIComponent(first)}|${encodeURIComponent(second)}`;
}

/** The two paths of a comparison's address; null where it is none. */
export function readCompareAddress(path: string): Compared | null {
  const [first, second, ...rest] = path.split('|').map(decoded);
  return first && second && rest.length === 0 ? { first, second } : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** A path as a tab shows it: the file's name without what its kind adds. */
export function shortName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.scenario\.json$/, '');
}
