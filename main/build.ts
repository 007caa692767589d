import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './launch/bundle.ts';
import { buildWorkers } from './launch/buildWorkers.ts';

/** What can be built. Each becomes a folder of its own that needs no `node_modules`. */
export type Part = 'launch' | 'cli' | 'web' | 'electron' | 'renderer';

const entries: Readonly<Record<Exclude<Part, 'renderer'>, readonly string[]>> = {
  launch: ['main/launch/main.ts'],
  cli: ['main/cli/main.ts'],
  web: ['main/web/main.ts'],
  electron: ['main/electron/main.ts', 'main/electron/preload.ts'],
};

/** Builds one part of the project at `root` into the folder `into`, which must be new. Throws with a plain message. */
export async function build(part: Part, { root, into }: { readonly root: string; readonly into: string }) {
  if (part === 'renderer') return buildRenderer({ root, into });
  const format = part === 'electron' ? 'cjs' : 'esm';
  for (const entry of entries[part]) await bundle({ root, into, entry, format, split: part === 'cli' });
  if (part === 'launch') return;
  if (part === 'electron') await copyFile(path.join(root, 'main/electron/icon.png'), path.join(into, 'icon.png'));
  await buildWorkers({ root, into });
}

async function buildRenderer({ root, into }: { readonly root: string; readonly into: string }): Promise<void> {
  const { build: buildVite } = await import('vite');
  const configFile = path.join(root, 'renderer/vite.config.ts');
  await inProduction(() => buildVite({ configFile, logLevel: 'error', build: { outDir: into, emptyOutDir: true } }));
}

/** Vite builds for the NODE_ENV that it finds, which under a test runner is not what users get. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
