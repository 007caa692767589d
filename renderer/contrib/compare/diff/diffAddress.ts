/** A text as it is edited now, as it is on disk, or as it was: a version of its local history by number. */
export interface Version {
  readonly path: string;
  readonly at: 'now' | 'disk' | number;
}

/** The two texts of a comparison. */
export interface Diffed {
  readonly left: Version;
  readonly right: Version;
}

/** The address of two texts side by side. Paths are escaped, so that any name fits. */
export function diffAddress({ left, right }: Diffed): string {
  return `diff:${side(left)}|${side(right)}`;
}

function side({ path, at }: Version): string {
  return `${encodeURIComponent(path)}@${at}`;
}

/** The two texts that an address's path names; null where it names none. */
export function readDiffAddress(path: string): Diffed | null {
  const [left, right, ...rest] = path.split('|').map(readSide);
  return left && right && rest.length === 0 ? { left, right } : null;
}

function readSide(text: string): Version | null {
  const [, path = '', at = ''] = /^(.+)@(now|disk|[1-9]\d{0,8})$/.exec(text) ?? [];
  if (path === '') return null;
  try {
    return { path: decodeURIComponent(path), at: at === 'now' || at === 'disk' ? at : Number(at) };
  } catch {
    return null;
  }
}
