import { copyFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle, type Bundling } from './bundle.ts';

/** Where threads begin. */
const folders = ['main/workers', 'main/host/import', 'main/host/threads'];

/**
 * Builds every `*Worker.ts` there into a file of its own: a thread starts from a file, found beside the bundle. As CommonJS, which a
 * thread begins a fifth sooner.
 */
export async function buildWorkers({ root, into }: Pick<Bundling, 'root' | 'into'>): Promise<void> {
  for (const folder of folders) {
    const files = await readdir(path.join(root, folder));
    for (const file of files.filter((each) => each.endsWith('Worker.ts'))) {
      await bundle({ root, into, entry: `${folder}/${file}`, format: 'cjs' });
    }
  }
  await copySqlite(root, into);
}

/** The package loads its WebAssembly from beside its own code, which is now the bundle. */
async function copySqlite(root: string, into: string): Promise<void> {
  const find = createRequire(path.join(root, 'package.json'));
  const folder = path.dirname(find.resolve('node-sqlite3-wasm'));
  await copyFile(path.join(folder, 'node-sqlite3-wasm.wasm'), path.join(into, 'node-sqlite3-wasm.wasm'));
}
