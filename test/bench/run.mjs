import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from '../../main/launch/loadTypeScript.mjs';

/** Runs each `*.bench.ts` (or those named) in turn: each is a script that prints its own lines. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'));
for (const file of files) {
  if (wanted.length > 0 && !wanted.some((name) => file.startsWith(name))) continue;
  console.log(`\n${path.basename(file, '.bench.ts')}`);
  await loadTypeScript(path.join(folder, file));
}
