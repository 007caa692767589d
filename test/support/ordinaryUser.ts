import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const nobody = 65_534;
const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];

/** Whether the tests run as root and can hand the app to an ordinary user who may make a sandbox. */
function canStepDown(): boolean {
  return process.getuid?.() === 0 && spawnSync('setpriv', [...asNobody, 'unshare', '-U', 'true']).status === 0;
}

/** A program that an ordinary user runs, with folders that user may use, and what must be said to start it. */
export interface SteppedDown {
  readonly program: string;
  readonly args: readonly string[];
  /** Holds everything below; to be removed at the end. */
  readonly folder: string;
  makeFolder(name: string): string;
}

/**
 * Electron's sandbox refuses root. Tests that run as root hand the app to `nobody`, from a copy that `nobody` can read; where
 * that cannot be, the sandbox is left out.
 */
export function forOrdinaryUser(program: string): SteppedDown {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-app-'));
  chmodSync(folder, 0o755);
  const makeFolder = (name: string) => mkdtempSync(path.join(folder, `${name}-`));
  if (process.getuid?.() !== 0) return { program, args: [], folder, makeFolder };
  if (!canStepDown()) return { program, args: ['--no-sandbox'], folder, makeFolder };
  execFileSync('cp', ['-a', path.dirname(program), path.join(folder, 'app')]);
  const start = path.join(folder, 'start');
  writeFileSync(
    start,
    `#!/bin/sh\nexec setpriv ${asNobody.join(' ')} "${folder}/app/${path.basename(program)}" "$@"\n`,
  );
  chmodSync(start, 0o755);
  return { program: start, args: [], folder, makeFolder: (name) => ownedByNobody(makeFolder(name)) };
}

function ownedByNobody(folder: string): string {
  chownSync(folder, nobody, nobody);
  return folder;
}
