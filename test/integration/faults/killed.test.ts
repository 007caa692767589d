import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceFiles } from '../../../main/store/files.ts';
import { verifyLedger } from '../../../main/store/ledgerVerifier.ts';
import { bundleProgram, removeProgram, startProgram, untilLines } from '../../support/childProgram.ts';
import { drawSeed } from '../../support/seed.ts';
import { freshFolder, openAgain, valueOf } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';
const seed = drawSeed('kills');

let program = '';
beforeAll(async () => {
  program = await bundleProgram(fileURLToPath(new URL('../../support/storeProgram.ts', import.meta.url)));
});
afterAll(() => removeProgram(program));

function newFolder() {
  const base = freshFolder();
  const folder = path.join(base, 'acme');
  fs.mkdirSync(folder);
  return { folder, home: path.join(base, 'home') };
}

/** Starts a program, lets it work for a while after it opened the workspace, and kills it. Gives what it acknowledged. */
async function killed(args: readonly string[], afterMs: number): Promise<readonly string[]> {
  const running = startProgram(program, args);
  await untilLines(running, 1);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  running.child.kill('SIGKILL');
  await running.ended;
  countTried('faults', 1);
  expect(running.lines[0]).toBe('writable');
  return running.lines.slice(1);
}

const times = (count: number, longestMs: number) =>
  fc.sample(fc.integer({ min: 0, max: longestMs }), { seed, numRuns: count });

describe('kill -9 at random times', () => {
  it('of a thousand entries of the history: each that was acknowledged is there, in order (F2)', async () => {
    const { folder, home } = newFolder();
    const wanted = long ? 1000 : 100;
    const acknowledged: string[] = [];
    const waits = times(long ? 200 : 4, 150);
    for (const wait of waits) {
      acknowledged.push(...(await killed(['append', folder, home, '1000'], wait)));
      const workspace = await openAgain(folder);
      expect(workspace.readOnly).toBeNull();
      const ids = valueOf(await workspace.history.entries()).map(({ id }) => id);
      await workspace.close();
      // One that was not acknowledged may be there, whole, at each kill.
      const own = new Set(acknowledged);
      expect(ids.filter((id) => own.has(id))).toEqual(acknowledged);
      expect(ids.length - acknowledged.length).toBeLessThanOrEqual(waits.length);
      if (acknowledged.length >= wanted) break;
    }
    expect(acknowledged.length).toBeGreaterThan(long ? 999 : 0);
  });

  it('of large ledgers: each that was acknowledged is there, and none is listed that is not whole', async () => {
    const { folder, home } = newFolder();
    const acknowledged: string[] = [];
    for (const wait of times(long ? 30 : 3, 900)) {
      acknowledged.push(...(await killed(['ledgers', folder, home, '20000'], wait)));
      const workspace = await openAgain(folder);
      expect(workspace.leftovers).toEqual([]);
      const listed = valueOf(await workspaceFiles(workspace)).map((node) => node.path);
      expect(listed).toEqual(expect.arrayContaining(acknowledged));
      for (const ledger of listed) {
        expect(valueOf(await verifyLedger(workspace, ledger, null))).toMatchObject({ status: 'intact', rows: 20_000 });
        // Only the last one may be new: the others need no second look.
        if (!long) fs.rmSync(path.join(folder, ledger), { recursive: true });
      }
      if (!long) acknowledged.length = 0;
      expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      await workspace.close();
    }
  });
});

describe('two processes that each append fifty entries (F13)', () => {
  it('lose none of the one that may, and the other is told at each', async () => {
    const { folder, home } = newFolder();
    const both = [
      startProgram(program, ['append', folder, home, '50']),
      startProgram(program, ['append', folder, home, '50']),
    ];
    await Promise.all(both.map(({ ended }) => ended));
    const lines = both.flatMap((each) => each.lines.slice(1));
    const ids = lines.filter((line) => /^[0-9a-f]{32}$/.test(line));
    expect(lines.length).toBe(100);
    expect(lines.filter((line) => !ids.includes(line)).every((line) => line === 'refused read-only')).toBe(true);
    const workspace = await openAgain(folder);
    expect(
      valueOf(await workspace.history.entries())
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    const refused = both.filter((each) => each.lines[0] !== 'writable');
    for (const each of refused)
      expect(each.lines[0]).toContain(`process ${both.find((one) => one !== each)!.child.pid}`);
  });
});
