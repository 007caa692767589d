import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** In parts, for what loads this file would put this file's own folder in place of the whole. */
const ownFolder = ['import', 'meta', 'dirname'].join('.');

/** One file of the project and all that it imports, to be made one file that needs no `node_modules`. */
export interface Bundling {
  readonly root: string;
  readonly into: string;
  readonly entry: string;
  readonly format: 'esm' | 'cjs';
  /** Whether what is loaded only when it is needed gets files of its own. */
  readonly split?: boolean;
}

/** Bundles an entry into the folder `into`, under its own name. Throws with a plain message. */
export async function bundle({ root, into, entry, format, split = false }: Bundling): Promise<void> {
  const extension = format === 'cjs' ? 'cjs' : 'mjs';
  const built = await rolldown({
    cwd: root,
    input: path.join(root, entry),
    platform: 'node',
    // Its CommonJS file asks for its parts in a way that no bundler follows.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
    external: ['electron', '@electron/get'],
    plugins: [rawText],
    // Packages written as CommonJS look for their own folder; in a module only `import.meta` knows it.
    transform: { target: 'node20.12', define: format === 'esm' ? { __dirname: ownFolder } : {} },
    onLog: (level, log) => {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const file = `${path.basename(entry, '.ts')}.${extension}`;
  if (split)
    await built.write({
      dir: into,
      format,
      entryFileNames: file,
      chunkFileNames: `[name]-[hash].${extension}`,
      codeSplitting: { groups: [{ name: 'first', test: first }] },
      minify,
    });
  else await built.write({ file: path.join(into, file), format, codeSplitting: false });
  await built.close();
}

/** What each command begins with, and what the slowest needs to begin to read: one file is loaded sooner than the twenty that it would be. */
const first =
  /[\\/](shared[\\/]base|main[\\/]platform)[\\/]\w+\.ts$|[\\/]main[\\/]cli[\\/](audit|cliPorts|plainText)\.ts$/;

/** Only white space and comments go, which are half of what has to be read at each start: the names stay for whoever reports a fault. */
const minify = { compress: false, mangle: false, codegen: true } as const;

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
