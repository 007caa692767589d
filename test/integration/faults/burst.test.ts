import { describe, expect, it } from 'vitest';
import { nodeFs, type Fs } from '../../../main/platform/fs.ts';
import { changeSettings, readSettings } from '../../../main/store/settings.ts';
import { freshWorkspace, openAgain, valueOf } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';
import { troubledFs } from '../../support/troubledFs.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';
const patience = long ? 1_800_000 : 240_000;

/** The real disk, but for the wait until it has all of it: ten thousand of those are no part of this. */
const unsynced: Fs = {
  ...nodeFs,
  open: async (path, flags, mode) => {
    const file = await nodeFs.open(path, flags, mode);
    return {
      write: (...args) => file.write(...args),
      read: (...args) => file.read(...args),
      stat: () => file.stat(),
      sync: async () => undefined,
      truncate: (length) => file.truncate(length),
      chmod: (to) => file.chmod(to),
      close: () => file.close(),
    };
  },
};

/** Asks for many changes at once. Gives which were refused, and how many had their answer when the first one had its own. */
async function burst(count: number, change: (number: number) => Promise<{ readonly ok: boolean }>) {
  const refused: number[] = [];
  let answered = 0;
  let atFirst = -1;
  const all = Array.from({ length: count }, async (_, index) => {
    const { ok } = await change(index + 1);
    answered += 1;
    if (index === 0) atFirst = answered;
    if (!ok) refused.push(index + 1);
  });
  await Promise.all(all);
  return { refused, atFirst };
}

describe('a burst of changes, one of which fails in the middle (F17)', () => {
  it(
    'entries of the history: each is answered for itself, the first at once, and one failure is one refusal',
    async () => {
      const troubled = troubledFs(unsynced);
      const workspace = await freshWorkspace({ fs: troubled.fs });
      valueOf(await workspace.history.append({ kind: 'note', note: 0 }));
      const count = long ? 10_000 : 2000;
      void troubled.meet(count * 3, { fails: 'EIO' });
      const { refused, atFirst } = await burst(count, (note) => workspace.history.append({ kind: 'note', note }));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toBeGreaterThan(count / 10);
      expect(refused[0]).toBeLessThan(count * 0.9);
      expect(atFirst).toBe(1);
      await workspace.close();
      const notes = valueOf(await (await openAgain(workspace.folder)).history.entries()).map(({ note }) => note);
      const wanted = Array.from({ length: count + 1 }, (_, number) => number).filter((number) => number !== refused[0]);
      expect(notes).toEqual(wanted);
      countTried('faults', 1);
    },
    patience,
  );

  it(
    'many changes of settings: each sees its own, and the last one asked for stays',
    async () => {
      const count = long ? 10_000 : 300;
      const troubled = troubledFs(unsynced);
      const { ports } = await freshWorkspace({ fs: troubled.fs });
      void troubled.meet(count * 20, { fails: 'ENOSPC' });
      const { refused, atFirst } = await burst(count, (number) =>
        changeSettings(ports, null, [{ where: 'user', id: 'zoom', value: (number % 6) + number / 1e6 }]),
      );
      expect(refused.length).toBeLessThanOrEqual(1);
      expect(atFirst).toBe(1);
      const { settings, user } = valueOf(await readSettings(ports, null));
      expect(user.problems).toEqual([]);
      expect(settings.zoom).toBe((count % 6) + count / 1e6);
      countTried('faults', 1);
    },
    patience,
  );
});
