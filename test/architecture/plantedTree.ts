import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const configs = [
  'package.json',
  '.oxlintrc.json',
  'tsconfig.json',
  ...['shared', 'main', 'renderer', 'test'].map((folder) => `${folder}/tsconfig.json`),
  'test/architecture/lint',
];

/** Source text by path. */
export type Planted = Readonly<Record<string, string>>;

/** Runs `use` on a folder with this project's own configurations and nothing but the planted files. */
export function inPlantedTree<T>(planted: Planted, use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-planted-'));
  try {
    for (const config of configs) cpSync(path.join(root, config), path.join(folder, config), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rules that the linter found broken, by file. */
export function lint(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const bin = path.join(folder, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [bin, '--format=json'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { filename: string; code?: string }[] };
  const broken = new Map<string, Set<string>>();
  for (const { filename, code } of diagnostics) {
    broken.set(filename, (broken.get(filename) ?? new Set()).add(code ?? 'syntax'));
  }
  return broken;
}

/** What the compiler says about the whole tree; empty where it is content. */
export function compile(folder: string): string {
  const bin = path.join(folder, 'node_modules/typescript/bin/tsc');
  try {
    return execFileSync(process.execPath, [bin, '-b', '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}
