import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './buildLock.mjs';
import { isFresh, root, stampFile, stampOf } from './ensureBuilt.mjs';

/** A failure that a user can act on: shown as one line, without a stack. */
export class BuildFailure extends Error {}

/** Builds the given parts, one process at a time; a part that another process finished meanwhile is left alone. */
export async function rebuild(stale, say) {
  const buildFolder = path.join(root, 'build');
  try {
    mkdirSync(buildFolder, { recursive: true });
    await withLock(path.join(buildFolder, '.lock'), async () => {
      const { loadTypeScript } = await import('./loadTypeScript.mjs');
      const { build } = await loadTypeScript(path.join(root, 'main/build.ts'));
      for (const { part, title } of stale)
        if (!isFresh(part)) await buildPart(build, { buildFolder, part, title, say });
    });
  } catch (error) {
    throw error instanceof BuildFailure ? error : new BuildFailure(plainReason(error), { cause: error });
  }
}

async function buildPart(build, { buildFolder, part, title, say }) {
  say(`Building ${title} …`);
  const stamp = stampOf(part);
  const fresh = path.join(buildFolder, `.${part}-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  try {
    await build(part, { root, into: fresh });
    moveIn(fresh, path.join(buildFolder, part));
    writeFileSync(stampFile(part), stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Files are renamed one by one, the entry last, so that a reader meets whole files and never an empty folder. */
function moveIn(from, to) {
  mkdirSync(to, { recursive: true });
  rmSync(path.join(to, '.stamp'), { force: true });
  const entries = new Set(['main.mjs', 'main.cjs', 'index.html']);
  const files = filesIn(from).sort((a, b) => Number(entries.has(a)) - Number(entries.has(b)));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    renameSync(path.join(from, file), path.join(to, file));
  }
  const kept = new Set(files);
  for (const file of filesIn(to)) if (!kept.has(file)) rmSync(path.join(to, file));
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}

function plainReason(error) {
  if (error?.code === 'ERR_MODULE_NOT_FOUND') return 'The packages are not installed: run `npm ci` first.';
  if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'EEXIST', 'ENOTDIR'].includes(error?.code))
    return `Cannot write the build: ${error.message}`;
  return `The build failed: ${error instanceof Error ? error.message : String(error)}`;
}
