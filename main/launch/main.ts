import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Part } from './ensureBuilt.mjs';
import { electronObstacle } from './electronObstacle.ts';
import { electronProgram } from './electronProgram.ts';
import { runElectron } from './runElectron.ts';

/** What a start has to work with. */
export interface Launch {
  readonly root: string;
  readonly ensureBuilt: (parts: readonly Part[]) => Promise<void>;
}

const usage =
  'Usage: npm start -- [FOLDER | FILE], or npm run start:web -- [FOLDER | FILE] [--port PORT] [--no-browser]';
const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Starts the workbench: in Electron where that can be, else in the browser with one line that says why. */
export async function start({ root, ensureBuilt }: Launch): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  const serve = (args: readonly string[]) => serveToBrowser({ root, ensureBuilt }, args);
  if (first === '--web') return serve(rest);
  const folders = process.argv.slice(2);
  const fault = faultIn(folders);
  if (fault) return giveUp(fault);
  const found = await findElectron(root);
  if ('obstacle' in found) {
    say(`${found.obstacle}: the workbench opens in the browser instead.`);
    return serve(folders);
  }
  await ensureBuilt(['electron', 'renderer']);
  const args = [root, ...folders.map((folder) => path.resolve(folder))];
  const ended = await runElectron(found.program, args);
  if ('code' in ended) {
    process.exitCode = ended.code;
    return;
  }
  say(`Electron did not start (${ended.failure}): the workbench opens in the browser instead.`);
  return serve(folders);
}

async function findElectron(root: string): Promise<{ readonly program: string } | { readonly obstacle: string }> {
  const obstacle = electronObstacle({ env: process.env, platform: process.platform, uid: process.getuid?.() });
  return obstacle === null ? electronProgram({ root, env: process.env, say }) : { obstacle };
}

async function serveToBrowser({ root, ensureBuilt }: Launch, args: readonly string[]): Promise<void> {
  await ensureBuilt(['web', 'renderer']);
  process.argv.splice(2, Infinity, ...args);
  await import(pathToFileURL(path.join(root, 'build/web/main.mjs')).href);
}

function faultIn(args: readonly string[]): string | null {
  const [folder] = args;
  if (args.some((arg) => arg.startsWith('-')))
    return `Unknown option ${args.find((arg) => arg.startsWith('-'))}.\n${usage}`;
  if (args.length > 1) return `One folder or file can be opened, not ${args.length}.\n${usage}`;
  if (folder === undefined) return null;
  return statSync(folder, { throwIfNoEntry: false }) ? null : `There is no folder or file ${folder}.`;
}

function giveUp(message: string): void {
  say(message);
  process.exitCode = 2;
}
