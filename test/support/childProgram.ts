import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const buildFolder = fileURLToPath(new URL('../../build', import.meta.url));

/** Bundles a TypeScript program of the tests into one file that plain Node runs. Gives the file; remove it after the tests. */
export async function bundleProgram(source: string): Promise<string> {
  const file = path.join(buildFolder, `test-${path.basename(source, '.ts')}-${process.pid}-${Date.now()}.mjs`);
  // As the app is bundled: what the package offers Node first requires its parts by names that a bundle does not know.
  const resolve = { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } };
  const bundle = await rolldown({ input: source, platform: 'node', logLevel: 'silent', resolve });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return file;
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
  fs.rmSync(file, { force: true });
}
