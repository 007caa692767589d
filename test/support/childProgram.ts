import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../main/launch/bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles a TypeScript program of the tests, as the app is, into one file that plain Node runs. Remove it after the tests. */
export async function bundleProgram(source: string): Promise<string> {
  const name = path.basename(source, '.ts');
  const into = path.join(root, 'build', `test-${name}-${process.pid}-${Date.now()}`);
  await bundle({ root, into, entry: path.relative(root, source), format: 'esm' });
  return path.join(into, `${name}.mjs`);
}

/** A running child, what it printed so far, and its end. */
export interface RunningChild {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly ended: Promise<void>;
}

/** Starts a bundled program; its lines are gathered as they come. */
export function startProgram(file: string, args: readonly string[]): RunningChild {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines, ended };
}

/** Waits until a child has printed some lines, or has ended. */
export async function untilLines({ lines, child }: RunningChild, count: number): Promise<void> {
  while (lines.length < count && child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Removes a bundled program. */
export function removeProgram(file: string): void {
  fs.rmSync(path.dirname(file), { recursive: true, force: true });
}
