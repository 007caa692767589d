import * as nodePath from 'node:path';
import type { FileStat, Fs, OpenFile } from '../../main/platform/fs.ts';

/** A disk's content as it is after a start: folders of names, files of bytes. */
export interface Image {
  readonly [name: string]: Uint8Array | Image;
}

interface Node {
  readonly kind: 'file' | 'folder';
  mode: number;
  mtimeMs: number;
  /** As running programs see it. */
  bytes: Uint8Array;
  names: Map<string, Node>;
  /** As it was when it was last synced. */
  safeBytes: Uint8Array;
  safeNames: Map<string, Node>;
  /** Lengths and contents since then, oldest first. */
  since: Uint8Array[];
}

/** One change of names that no folder's sync has confirmed: a rename changes two at once. */
type NameChange = readonly { readonly folder: Node; readonly name: string; readonly node: Node | null }[];

/** A disk in memory that knows what a power cut may leave of it. */
export interface MemoryDisk {
  readonly fs: Fs;
  /** Asked after each operation that changes something. */
  onChange: () => void;
  /** What is on it now, as running programs see it. */
  image(): Image;
  /** Every content that a power cut now may leave. */
  afterPowerCut(): Generator<Image>;
}

/** What becomes of bytes that were written and not synced. */
const fates = ['written', 'lost', 'torn', 'zeroed'] as const;
type Fate = (typeof fates)[number];

/** A disk that holds an image, all of it safe. */
export function memoryDisk(image: Image): MemoryDisk {
  const root = nodeOf(image);
  let unconfirmed: NameChange[] = [];
  const disk: MemoryDisk = {
    fs: fsOf(root, change, confirmed, () => disk.onChange()),
    onChange: () => {},
    image: () => imageOf(root),
    afterPowerCut,
  };
  return disk;

  function change(names: NameChange): void {
    unconfirmed.push(names);
    for (const each of names) apply(each.folder.names, each);
  }

  function confirmed(folder: Node): void {
    const [safe, rest] = [
      unconfirmed.filter((names) => touches(names, folder)),
      unconfirmed.filter((names) => !touches(names, folder)),
    ];
    for (const each of safe.flat()) apply(each.folder.safeNames, each);
    unconfirmed = rest;
  }

  /** Changes of names survive in order up to some point, or all but one, or one alone; unsynced bytes meet each fate. */
  function* afterPowerCut(): Generator<Image> {
    const reachable = [root, ...unconfirmed.flatMap((names) => names.flatMap(({ node }) => node ?? []))];
    const possible = reachable.some(holdsUnsynced) ? fates : fates.slice(0, 1);
    for (const kept of choices(unconfirmed)) for (const fate of possible) yield survivors(root, kept, fate);
  }
}

function holdsUnsynced({ since, names }: Node): boolean {
  return since.length > 0 || [...names.values()].some(holdsUnsynced);
}

function touches(names: NameChange, folder: Node): boolean {
  return names.some((each) => each.folder === folder);
}

function* choices<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let count = 0; count <= items.length; count++) yield items.slice(0, count);
  for (let at = 0; at < items.length - 1; at++) yield items.filter((_, index) => index !== at);
  for (let at = 1; at < items.length; at++) yield [items[at]!];
}

function apply(names: Map<string, Node>, { name, node }: NameChange[number]): void {
  if (node) names.set(name, node);
  else names.delete(name);
}

function survivors(folder: Node, kept: readonly NameChange[], fate: Fate): Image {
  const names = new Map(folder.safeNames);
  for (const each of kept.flat()) if (each.folder === folder) apply(names, each);
  return Object.fromEntries(
    [...names].map(([name, node]) => [
      name,
      node.kind === 'folder' ? survivors(node, kept, fate) : bytesAfter(node, fate),
    ]),
  );
}

function bytesAfter({ bytes, safeBytes, since }: Node, fate: Fate): Uint8Array {
  if (since.length === 0 || fate === 'lost') return safeBytes;
  if (fate === 'written') return bytes;
  const start = Math.min(safeBytes.length, bytes.length);
  if (fate === 'torn') return bytes.slice(0, start + Math.floor((bytes.length - start) / 2));
  return bytes.slice().fill(0, start);
}

function nodeOf(content: Uint8Array | Image): Node {
  const isFile = content instanceof Uint8Array;
  const bytes = isFile ? content : new Uint8Array();
  const names = new Map(isFile ? [] : Object.entries(content).map(([name, inner]) => [name, nodeOf(inner)]));
  const common = { mode: isFile ? 0o600 : 0o700, mtimeMs: 0, since: [] };
  return { ...common, kind: isFile ? 'file' : 'folder', bytes, names, safeBytes: bytes, safeNames: new Map(names) };
}

function imageOf(folder: Node): Image {
  return Object.fromEntries(
    [...folder.names].map(([name, node]) => [name, node.kind === 'folder' ? imageOf(node) : node.bytes]),
  );
}

function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

function statOf({ kind, mode, mtimeMs, bytes }: Node): FileStat {
  const isFile = kind === 'file';
  return {
    size: bytes.length,
    mode,
    mtimeMs,
    isFile: () => isFile,
    isDirectory: () => !isFile,
    isSymbolicLink: () => false,
  };
}

function fsOf(
  root: Node,
  change: (names: NameChange) => void,
  confirmed: (folder: Node) => void,
  changed: () => void,
): Fs {
  const find = (path: string): Node | null => {
    let node: Node | undefined = root;
    for (const name of path.split('/').filter(Boolean)) {
      if (node?.kind === 'file') throw fault('ENOTDIR', path);
      node = node?.names.get(name);
    }
    return node ?? null;
  };
  const found = (path: string): Node => {
    const node = find(path);
    if (!node) throw fault('ENOENT', path);
    return node;
  };
  const put = (path: string, node: Node | null) => ({
    folder: found(nodePath.dirname(path)),
    name: nodePath.basename(path),
    node,
  });
  const make = (path: string, kind: Node['kind'], mode: number): Node => {
    const node = { ...nodeOf(kind === 'file' ? new Uint8Array() : {}), mode };
    change([put(path, node)]);
    changed();
    return node;
  };

  async function mkdir(path: string, mode: number): Promise<void> {
    const there = find(path);
    if (there?.kind === 'file') throw fault('EEXIST', path);
    if (there) return;
    await mkdir(nodePath.dirname(path), mode);
    make(path, 'folder', mode);
  }

  async function open(path: string, flags: string | number, mode = 0o666): Promise<OpenFile> {
    const there = find(path);
    const creates = typeof flags === 'string' && /^[wa]/.test(flags);
    if (there && typeof flags === 'string' && flags.includes('x')) throw fault('EEXIST', path);
    if (!there && !creates) throw fault('ENOENT', path);
    if (there?.kind === 'folder' && creates) throw fault('EISDIR', path);
    const node = there ?? make(path, 'file', mode);
    return openFile(node, { path, appends: typeof flags === 'string' && flags.startsWith('a'), confirmed, changed });
  }

  return {
    open,
    mkdir,
    rename: async (from, to) => {
      const [node, there] = [found(from), find(to)];
      if (there?.kind === 'folder' && there.names.size > 0) throw fault('ENOTEMPTY', to);
      if (there && there.kind !== node.kind) throw fault(node.kind === 'file' ? 'EISDIR' : 'ENOTDIR', to);
      change([put(from, null), put(to, node)]);
      changed();
    },
    link: async (existing, made) => {
      const node = found(existing);
      if (find(made)) throw fault('EEXIST', made);
      change([put(made, node)]);
      changed();
    },
    copyFile: async (from, to) => {
      if (find(to)) throw fault('EEXIST', to);
      const node = make(to, 'file', 0o600);
      node.bytes = found(from).bytes;
      node.since.push(node.bytes);
      changed();
    },
    unlink: async (path) => {
      if (found(path).kind === 'folder') throw fault('EISDIR', path);
      change([put(path, null)]);
      changed();
    },
    removeFolder: async (path) => {
      if (!find(path)) return;
      change([put(path, null)]);
      changed();
    },
    stat: async (path) => statOf(found(path)),
    lstat: async (path) => statOf(found(path)),
    realpath: async (path) => (found(path), path),
    readFolder: async (path) => {
      const folder = found(path);
      if (folder.kind === 'file') throw fault('ENOTDIR', path);
      return [...folder.names].map(([name, node]) => ({ name, ...statOf(node) }));
    },
    freeBytes: async () => 0,
    touch: async (path, atMs) => void (found(path).mtimeMs = atMs),
  };
}

interface Opened {
  readonly path: string;
  readonly appends: boolean;
  readonly confirmed: (folder: Node) => void;
  readonly changed: () => void;
}

function openFile(node: Node, { path, appends, confirmed, changed }: Opened): OpenFile {
  let position = 0;
  const become = (bytes: Uint8Array) => {
    node.bytes = bytes;
    node.since.push(bytes);
    changed();
  };
  return {
    write: async (from, offset, length) => {
      const at = appends ? node.bytes.length : position;
      const grown = new Uint8Array(Math.max(node.bytes.length, at + length));
      grown.set(node.bytes);
      grown.set(from.subarray(offset, offset + length), at);
      position = at + length;
      become(grown);
      return { bytesWritten: length };
    },
    read: async (into, offset, length, from) => {
      if (node.kind === 'folder') throw fault('EISDIR', path);
      const at = from ?? position;
      const part = node.bytes.subarray(at, at + length);
      into.set(part, offset);
      if (from === null) position += part.length;
      return { bytesRead: part.length };
    },
    stat: async () => statOf(node),
    sync: async () => {
      if (node.kind === 'folder') confirmed(node);
      node.safeBytes = node.bytes;
      node.since = [];
      changed();
    },
    truncate: async (length) => become(node.bytes.slice(0, length)),
    chmod: async (mode) => void (node.mode = mode),
    close: async () => {},
  };
}
