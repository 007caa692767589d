import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../main/launch/ensureBuilt.mjs';
import { scenarioOf } from '../../support/growth.ts';
import { countTried } from '../../support/tried.ts';

const launcher = fileURLToPath(new URL('../../../main/cli/drawdown.mjs', import.meta.url));
const scenario = 'acme.scenario.json';
/** Enough that each command writes for a while, also on a fast machine. */
const rowCount = 60_000;

let folder = '';
beforeAll(async () => {
  await ensureBuilt(['cli'], () => undefined);
  folder = mkdtempSync(path.join(tmpdir(), 'drawdown-interrupt-'));
  writeFileSync(path.join(folder, scenario), JSON.stringify(scenarioOf({ usage: { files: [{ path: 'usage.csv' }] } })));
  const rows = Array.from({ length: rowCount }, (_, row) => `2026-01-05,${(row % 7) + 1},job-${row}\n`);
  writeFileSync(path.join(folder, 'usage.csv'), `at,credits,id\n${rows.join('')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = () => readdirSync(folder).sort();
const isWriting = () => names().some((name) => name.endsWith('.tmp'));

/** Runs the command line, and sends it a signal as soon as an unfinished file is there. */
function drawdown(args: readonly string[], signal: NodeJS.Signals | null): Promise<number | null> {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder, stdio: 'ignore' });
  const looking = setInterval(() => {
    if (signal === null || !isWriting()) return;
    child.kill(signal);
    clearInterval(looking);
  }, 1);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(looking);
      resolve(code);
    });
  });
}

/** The same, again where a command was done before the signal came, which happens on a busy machine. */
async function interrupted(args: readonly string[], signal: NodeJS.Signals): Promise<number | null> {
  const before = names();
  for (let tries = 1; ; tries++) {
    const code = await drawdown(args, signal);
    if (code !== 0 || tries === 5) return code;
    for (const made of names().filter((name) => !before.includes(name)))
      rmSync(path.join(folder, made), { recursive: true });
    writeFileSync(path.join(folder, 'out.csv'), 'what was there');
  }
}

const commands: readonly (readonly [string, readonly string[]])[] = [
  ['simulate --ledger', ['simulate', scenario, '--ledger']],
  ['export --out', ['export', 'whole.ledger', '--format', 'rows-csv', '--out', 'out.csv']],
  ['audit --evidence', ['audit', '--terms', scenario, '--ledger', 'whole.ledger', '--evidence', 'evidence.zip']],
];

describe('a command that is interrupted while it writes (F49)', () => {
  beforeAll(async () => {
    await drawdown(['simulate', scenario, '--ledger'], null);
    renameSync(path.join(folder, 'acme.ledger'), path.join(folder, 'whole.ledger'));
    writeFileSync(path.join(folder, 'out.csv'), 'what was there');
  });

  it.each(commands)('%s: by Ctrl-C ends with 130 and leaves all as it was', async (_, args) => {
    const before = names();
    expect(await interrupted(args, 'SIGINT')).toBe(130);
    expect(names()).toEqual(before);
    expect(readFileSync(path.join(folder, 'out.csv'), 'utf8')).toBe('what was there');
    expect(existsSync(path.join(folder, '.drawdown/lock'))).toBe(false);
    countTried('faults', 1);
  });

  it('by the system ends with 143, and the next one writes as if nothing had been', async () => {
    const [, args] = commands[0]!;
    expect(await interrupted(args, 'SIGTERM')).toBe(143);
    expect(await drawdown(args, null)).toBe(0);
    expect(names()).toContain('acme.ledger');
    expect(isWriting()).toBe(false);
  });
});
