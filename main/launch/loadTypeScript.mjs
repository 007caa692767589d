import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const buildFolder = fileURLToPath(new URL('../../build', import.meta.url));

/** Imports a TypeScript file with what it imports: Node 20 cannot, so it is bundled first, packages apart. */
export async function loadTypeScript(file) {
  const bundle = await rolldown({
    input: file,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    plugins: [ownPlace],
    logLevel: 'silent',
  });
  const loaded = path.join(buildFolder, `.${path.basename(file, '.ts')}-${process.pid}.mjs`);
  try {
    await bundle.write({ file: loaded, format: 'esm', codeSplitting: false });
    return await import(pathToFileURL(loaded).href);
  } finally {
    await bundle.close();
    rmSync(loaded, { force: true });
  }
}

/** A bundled module still finds its neighbours: it is told where its source lies. */
const ownPlace = {
  name: 'own-place',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
};
