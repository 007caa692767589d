import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runCommand } from '../../../main/cli/runCommand.ts';

/** What a command printed, and its exit code; without how far it had come by when, which a slow machine is told more of. */
export interface Captured {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was printed, as bytes. */
  readonly bytes: Uint8Array;
}

/** An empty folder for one test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a document, text or object, into a scratch folder and gives the folder. */
export function withFile(name: string, content: string | object): string {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return folder;
}

/** Runs a command as the command line does, in a folder. */
export async function drawdown(cwd: string, ...args: string[]): Promise<Captured> {
  const written: Buffer[] = [];
  let stderr = '';
  const code = await runCommand(args, {
    cwd,
    stdout: (text) => void written.push(Buffer.from(text)),
    writeOut: (bytes) => {
      written.push(Buffer.from(bytes));
      return Promise.resolve();
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  const bytes = Buffer.concat(written);
  return { code, stdout: bytes.toString('utf8'), stderr: stderr.replace(/^\d+ s: .*\n/gm, ''), bytes };
}
