import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** A small checkout: the real launchers and build, and whatever source a test puts in. */
export interface Checkout {
  readonly folder: string;
  write(file: string, text: string): void;
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Finished>;
  remove(): void;
}

/** How a process ended, and what it said. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Sources of every checkout, beside those that a test gives. */
const always = {
  'shared/one.ts': 'export const one = 1;\n',
  'main/workers/oneWorker.ts': "postMessage('one');\n",
  'main/host/import/anotherWorker.ts': "postMessage('another');\n",
  'main/host/threads/furtherWorker.ts': "postMessage('further');\n",
};

export function makeCheckout(sources: Readonly<Record<string, string>>, packages: 'installed' | 'none'): Checkout {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-checkout-'));
  const parts = ['package.json', 'package-lock.json', 'main/launch', 'main/build.ts', 'main/start.mjs'];
  for (const part of [...parts, 'main/cli/drawdown.mjs']) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  if (packages === 'installed') symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const [file, text] of Object.entries({ ...always, ...sources })) write(file, text);
  return {
    folder,
    write,
    run: (args, env = {}) => run(args, { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, ...env } }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Finished> {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
