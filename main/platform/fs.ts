import * as fs from 'node:fs/promises';

/** What a file or folder is, as far as the store asks. */
export interface FileStat {
  readonly size: number;
  readonly mode: number;
  readonly mtimeMs: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** A name in a folder. */
export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** An open file. `write` and `read` may do less than asked: callers loop. */
export interface OpenFile {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  read(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ readonly bytesRead: number }>;
  stat(): Promise<FileStat>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  close(): Promise<void>;
}

/** Every file operation of the store: one seam, so that tests can fail any of them. */
export interface Fs {
  open(path: string, flags: string | number, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  link(existing: string, made: string): Promise<void>;
  copyFile(from: string, to: string, mode?: number): Promise<void>;
  unlink(path: string): Promise<void>;
  mkdir(path: string, mode: number): Promise<void>;
  /** Removes a folder with all that is in it. */
  removeFolder(path: string): Promise<void>;
  stat(path: string): Promise<FileStat>;
  lstat(path: string): Promise<FileStat>;
  realpath(path: string): Promise<string>;
  readFolder(path: string): Promise<FolderEntry[]>;
  /** Bytes that are free for this user on the disk of a file or folder. */
  freeBytes(path: string): Promise<number>;
  /** Sets both times of a file. */
  touch(path: string, atMs: number): Promise<void>;
}

/** The real file system. */
export const nodeFs: Fs = {
  open: (path, flags, mode) => fs.open(path, flags, mode),
  rename: (from, to) => fs.rename(from, to),
  link: (existing, made) => fs.link(existing, made),
  copyFile: (from, to, mode) => fs.copyFile(from, to, mode),
  unlink: (path) => fs.unlink(path),
  mkdir: async (path, mode) => void (await fs.mkdir(path, { recursive: true, mode })),
  removeFolder: (path) => fs.rm(path, { recursive: true, force: true }),
  stat: (path) => fs.stat(path),
  lstat: (path) => fs.lstat(path),
  realpath: (path) => fs.realpath(path),
  readFolder: (path) => fs.readdir(path, { withFileTypes: true }),
  freeBytes: async (path) => {
    const { bavail, bsize } = await fs.statfs(path);
    return bavail * bsize;
  },
  touch: (path, atMs) => fs.utimes(path, atMs / 1000, atMs / 1000),
};
