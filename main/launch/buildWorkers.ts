import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { bundle, type Bundling } from './bundle.ts';

/** Builds every `main/workers/*Worker.ts` into a file of its own: a thread starts from a file, found beside the bundle. */
export async function buildWorkers({ root, into, format }: Omit<Bundling, 'entry'>): Promise<void> {
  const files = await readdir(path.join(root, 'main/workers'));
  for (const file of files.filter((each) => each.endsWith('Worker.ts'))) {
    await bundle({ root, into, entry: `main/workers/${file}`, format });
  }
}
