import type { Fs, OpenFile } from '../../main/platform/fs.ts';
import { nodeFs } from '../../main/platform/fs.ts';

/** One operation of the store, by name: `write`, `sync`, `rename` … with the path that it was asked for. */
export interface Operation {
  readonly name: string;
  readonly path: string;
  /** Counts every operation from 1. */
  readonly number: number;
}

/** What becomes of an operation: a system code to fail with, or null to let it pass. */
export type Fault = (operation: Operation) => string | null;

/** How the file system misbehaves. */
export interface Faults {
  readonly fault?: Fault;
  /** The most bytes that one write takes. */
  readonly bytesPerWrite?: number;
}

/** The real file system with faults put in, and the list of what was asked of it. */
export function faultyFs({ fault = () => null, bytesPerWrite = Infinity }: Faults): {
  fs: Fs;
  operations: Operation[];
} {
  const operations: Operation[] = [];

  function ask(name: string, path: string): void {
    const operation = { name, path, number: operations.length + 1 };
    operations.push(operation);
    const code = fault(operation);
    if (code !== null) throw Object.assign(new Error(`${code}: injected, ${name} '${path}'`), { code });
  }

  function wrapFile(file: OpenFile, path: string): OpenFile {
    return {
      write: async (bytes, offset, length) => {
        ask('write', path);
        return file.write(bytes, offset, Math.min(length, bytesPerWrite));
      },
      read: async (...args) => (ask('read', path), file.read(...args)),
      stat: async () => (ask('fstat', path), file.stat()),
      sync: async () => (ask('sync', path), file.sync()),
      truncate: async (length) => (ask('truncate', path), file.truncate(length)),
      chmod: async (mode) => (ask('chmod', path), file.chmod(mode)),
      // Closed even where the close "fails": the test itself must not leak.
      close: async () => (await file.close(), ask('close', path)),
    };
  }

  const fs: Fs = {
    open: async (path, flags, mode) => (ask('open', path), wrapFile(await nodeFs.open(path, flags, mode), path)),
    rename: async (from, to) => (ask('rename', to), nodeFs.rename(from, to)),
    link: async (existing, made) => (ask('link', made), nodeFs.link(existing, made)),
    copyFile: async (from, to, mode) => (ask('copyFile', to), nodeFs.copyFile(from, to, mode)),
    unlink: async (path) => (ask('unlink', path), nodeFs.unlink(path)),
    mkdir: async (path, mode) => (ask('mkdir', path), nodeFs.mkdir(path, mode)),
    removeFolder: async (path) => (ask('removeFolder', path), nodeFs.removeFolder(path)),
    stat: async (path) => (ask('stat', path), nodeFs.stat(path)),
    lstat: async (path) => (ask('lstat', path), nodeFs.lstat(path)),
    realpath: async (path) => (ask('realpath', path), nodeFs.realpath(path)),
    readFolder: async (path) => (ask('readFolder', path), nodeFs.readFolder(path)),
    freeBytes: async (path) => (ask('freeBytes', path), nodeFs.freeBytes(path)),
    touch: async (path, atMs) => (ask('touch', path), nodeFs.touch(path, atMs)),
  };
  return { fs, operations };
}
