import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentType } from './contentType.ts';

/** One of the page's own files, ready to be sent. */
export interface PageFile {
  readonly type: string;
  readonly cache: string;
  readonly bytes: Buffer;
}

export interface PageFiles {
  /** By the path of the request; null where there is no such file. */
  get(path: string): Promise<PageFile | null>;
}

/**
 * The files of a built page. Only what lay in the folder at the start is served, found by its exact path: no path of a request
 * ever reaches the file system. Links are left out.
 */
export function createPageFiles(folder: string): PageFiles {
  const files = listFiles(folder);
  return {
    async get(path) {
      const name = path === '/' ? '/index.html' : path;
      const type = files.has(name) ? contentType(name) : null;
      if (type === null) return null;
      const bytes = await readFile(join(folder, ...name.split('/'))).catch(() => null);
      return bytes && { type, cache: cacheOf(name), bytes };
    },
  };
}

/** Names under `assets/` carry a hash of their content. */
function cacheOf(name: string): string {
  return name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
}

function listFiles(folder: string, below = ''): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = `${below}/${entry.name}`;
    if (entry.isFile()) found.add(name);
    if (entry.isDirectory()) for (const deeper of listFiles(folder, name)) found.add(deeper);
  }
  return found;
}
