import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

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
  for (const entry of entries[part]) await bundle({ root, into, entry, format });
  if (part !== 'launch') await buildWorkers({ root, into, format });
  if (part !== 'launch') await copySqlite(root, into);
}

/** Builds every `main/workers/*Worker.ts` into a file of its own: a thread starts from a file, found beside the bundle. */
export async function buildWorkers({
  root,
  into,
  format = 'esm',
}: Omit<Bundling, 'entry' | 'format'> & Partial<Bundling>) {
  for (const entry of await workersOf(root)) await bundle({ root, into, entry, format });
}

async function buildRenderer({ root, into }: { readonly root: string; readonly into: string }): Promise<void> {
  const { build: buildVite } = await import('vite');
  const configFile = path.join(root, 'renderer/vite.config.ts');
  await buildVite({ configFile, logLevel: 'error', build: { outDir: into, emptyOutDir: true } });
}

async function workersOf(root: string): Promise<readonly string[]> {
  const folder = path.join(root, 'main/workers');
  if (!existsSync(folder)) return [];
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith('Worker.ts')).map((file) => `main/workers/${file}`);
}

/** In parts, for what loads this file would put this file's own folder in place of the whole. */
const ownFolder = ['import', 'meta', 'dirname'].join('.');

export interface Bundling {
  readonly root: string;
  readonly into: string;
  readonly entry: string;
  readonly format: 'esm' | 'cjs';
}

export async function bundle({ root, into, entry, format }: Bundling): Promise<void> {
  const extension = format === 'cjs' ? 'cjs' : 'mjs';
  const built = await rolldown({
    cwd: root,
    input: path.join(root, entry),
    platform: 'node',
    external: ['electron', '@electron/get'],
    plugins: [rawText],
    // Packages written as CommonJS look for their own folder; in a module only `import.meta` knows it.
    transform: { target: 'node20.12', define: format === 'esm' ? { __dirname: ownFolder } : {} },
    onLog: (level, log) => {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const file = path.join(into, `${path.basename(entry, '.ts')}.${extension}`);
  await built.write({ file, format, codeSplitting: false });
  await built.close();
}

/** `import text from './file.csv?raw'` gives the file's text, as Vite and Vitest do. */
const rawText: Plugin = {
  name: 'raw-text',
  resolveId: {
    filter: { id: /\?raw$/ },
    handler: (source, importer) => path.resolve(path.dirname(importer ?? ''), source),
  },
  load: {
    filter: { id: /\?raw$/ },
    handler: async (id) => ({
      code: `export default ${JSON.stringify(await readFile(id.slice(0, -'?raw'.length), 'utf8'))}`,
      moduleType: 'js',
    }),
  },
};

/** The package loads its WebAssembly from beside its own code, which is now the bundle. */
async function copySqlite(root: string, into: string): Promise<void> {
  const find = createRequire(path.join(root, 'package.json'));
  const folder = path.dirname(find.resolve('node-sqlite3-wasm'));
  await copyFile(path.join(folder, 'node-sqlite3-wasm.wasm'), path.join(into, 'node-sqlite3-wasm.wasm'));
}
