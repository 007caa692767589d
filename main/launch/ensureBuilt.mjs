import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The parts that can be built: what they are made of, and the files that must be there afterwards. */
const parts = {
  launch: { of: ['main', 'shared'], makes: ['main.mjs'], title: 'the launcher' },
  cli: { of: ['main', 'shared'], makes: ['main.mjs'], title: 'the command line' },
  web: { of: ['main', 'shared'], makes: ['main.mjs'], title: 'the host for the browser' },
  electron: { of: ['main', 'shared'], makes: ['main.cjs', 'preload.cjs'], title: 'the desktop app' },
  renderer: { of: ['renderer', 'shared'], makes: ['index.html'], title: 'the workbench' },
};

/** Names the state of the sources by path, size and time of change: reading them all would take too long at each start. */
export function stampOf(part) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of ['package.json', 'package-lock.json']) note(hash, path.join(root, file));
  for (const folder of parts[part].of) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
    for (const file of files.sort()) note(hash, file);
  }
  return hash.digest('hex');
}

function note(hash, file) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`);
}

export const stampFile = (part) => path.join(root, 'build', part, '.stamp');

export function isFresh(part) {
  const folder = path.join(root, 'build', part);
  if (!parts[part].makes.every((file) => existsSync(path.join(folder, file)))) return false;
  try {
    return readFileSync(stampFile(part), 'utf8') === stampOf(part);
  } catch {
    return false;
  }
}

/** Builds those of the parts that are missing or older than their sources. `say` gets a line for each. */
export async function ensureBuilt(names, say) {
  const stale = names.filter((part) => !isFresh(part));
  if (stale.length === 0) return;
  const { rebuild } = await import('./rebuild.mjs');
  await rebuild(
    stale.map((part) => ({ part, title: parts[part].title })),
    say,
  );
}
