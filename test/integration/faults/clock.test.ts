import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../../main/host/createHost.ts';
import { inProcessCall } from '../../../main/host/inProcess.ts';
import { systemClock } from '../../../main/platform/clock.ts';
import { createClockWatch } from '../../../main/platform/clockWatch.ts';
import { listBackups, readBackup } from '../../../main/store/backups.ts';
import { clockMovedText } from '../../../renderer/workbench/clockMovedText.ts';
import type { SaveOutcome } from '../../../shared/rpc/views.ts';
import { freshFolder, openAgain, portsIn, valueOf } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';

const hour = 3_600_000;
const day = 24 * hour;
const name = 'acme.scenario.json';

/** What is done to the clock, and what is told of it: of the jump, and of the way back. */
const jumps: readonly (readonly [string, () => number, readonly RegExp[]])[] = [
  ['back by an hour', () => -hour, [/moved back by 1 hour\./]],
  ['back by a day', () => -day, [/moved back by 1 day\./]],
  ['to 1970', () => -Date.now(), [/moved back by 5\d years\./, /moved forward by 5\d years\./]],
  ['to 2100', () => Date.UTC(2100, 0, 1) - Date.now(), [/moved forward by 7\d years\./, /moved back by 7\d years\./]],
  ['on by ten hours, as if it slept', () => 10 * hour, [/moved back by 10 hours\./]],
];

describe('a clock that is set during a session (F33)', () => {
  it.each(jumps)('%s: is told, and nothing that was kept is lost or out of order', async (_, jump, told) => {
    const folder = path.join(freshFolder(), 'acme');
    fs.mkdirSync(folder);
    let shift = 0;
    const clock = { now: () => systemClock.now() + shift };
    const home = path.join(path.dirname(folder), 'home');
    const host = createHost({ ...portsIn(home), clock, pickFolder: null });
    const moved: number[] = [];
    host.onEvent((event) => event.event === 'clock.moved' && moved.push(event.payload.movedMs));
    const call = inProcessCall(host);
    await call('workspace.open', { folder });
    let expected: string | null = null;
    for (let version = 1; version <= 12; version++) {
      if (version === 5) shift = jump();
      if (version === 9) shift = 0;
      const saved: SaveOutcome = await call('document.save', { path: name, text: `version ${version}`, expected });
      if (!saved.saved) throw new Error('a conflict with nobody');
      expected = saved.sha256;
    }
    await host.close();
    expect(moved).toHaveLength(told.length);
    for (const [index, words] of told.entries()) expect(clockMovedText(moved[index]!)).toMatch(words);

    const workspace = await openAgain(folder, { clock });
    const backups = valueOf(await listBackups(workspace, name));
    const texts = await Promise.all(backups.map(async (each) => valueOf(await readBackup(workspace, each))));
    expect(texts.slice(0, 3)).toEqual(['version 11', 'version 10', 'version 9']);
    shift = jump();
    for (const note of [1, 2]) valueOf(await workspace.history.append({ kind: 'note', note }));
    shift = 0;
    valueOf(await workspace.history.append({ kind: 'note', note: 3 }));
    const entries = valueOf(await workspace.history.entries());
    expect(entries.map(({ seq, note }) => [seq, note])).toEqual([1, 2, 3].map((each) => [each, each]));
    await workspace.close();
    expect(valueOf(await (await openAgain(folder)).history.entries())).toHaveLength(3);
    countTried('faults', 2);
  });

  it.each([
    [-3_599_997, 'back by 1 hour'],
    [-86_399_990, 'back by 1 day'],
    [-61_000, 'back by 1 minute'],
    [2.6e12, 'forward by 82 years'],
  ])('%i ms are told as %s', (ms, words) => expect(clockMovedText(ms)).toContain(`moved ${words}.`));

  it('is not taken for set where it drifts by seconds', () => {
    let [now, steady] = [0, 0];
    const look = createClockWatch({ clock: { now: () => now }, steady: { now: () => steady } });
    for (let minute = 0; minute < 1000; minute++) {
      now += 60_100;
      steady += 60_000;
      expect(look()).toBeNull();
    }
    now -= 61_000;
    expect(look()).toBe(-61_000);
    expect(look()).toBeNull();
  });
});
