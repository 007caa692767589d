import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A file of the copy of a sample that was opened. */
export async function sampleFile(home: string, name: string): Promise<string> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const found = entries.find((entry) => entry.name === name);
  if (!found) throw new Error(`no sample with ${name} was opened`);
  return path.join(found.parentPath ?? found.path, name);
}
