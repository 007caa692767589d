import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../../support/memoryDisk.ts';
import { freshHome, nextStart, openOn, storeWorks, usedImage, type StoreWork } from '../../support/storeWork.ts';
import { countTried } from '../../support/tried.ts';
import { troubledFs, type Trouble } from '../../support/troubledFs.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';

interface Met {
  /** `died`, `refused`, or what the work answered. */
  readonly end: 'died' | 'refused' | 'done';
  readonly seen: number;
  readonly operations: number;
}

/** Does a piece of work with trouble at one operation; then a fresh start looks at what is there, and works on. */
async function meet(work: StoreWork, number: number, trouble: Trouble): Promise<Met> {
  const home = freshHome();
  const disk = memoryDisk(usedImage(home));
  const troubled = troubledFs(disk.fs);
  const first = await openOn({ fs: troubled.fs, home, process: 1 });
  const death = troubled.meet(number, trouble);
  const acting = work.act(first, 1).then(
    () => 'done' as const,
    () => 'refused' as const,
  );
  const end = await Promise.race([acting, death]);
  const operations = troubled.asked();
  // The disk is well again, and nothing was restarted: the next try works.
  if (end !== 'died') {
    void troubled.meet(Infinity, 'late');
    if (end === 'refused') await work.act(first, 1);
    await first.close();
  }
  const next = await openOn(nextStart(disk.image(), home));
  const seen = await work.stepsSeen(next);
  expect(next.leftovers).toEqual([]);
  await work.act(next, seen + 1);
  expect(await work.stepsSeen(next)).toBe(seen + 1);
  await next.close();
  return { end, seen, operations };
}

describe.each(storeWorks)(
  'trouble at the Nth operation of $title, for every N (F1, F4, F5, F6, F7, F10, F47)',
  (work) => {
    const troubles: readonly (readonly [string, Trouble, number])[] = [
      ['the process ends', 'dies', 1],
      ['the disk fails (EIO)', { fails: 'EIO' }, 2],
      ['the disk is full (ENOSPC)', { fails: 'ENOSPC' }, 5],
      ['it is not allowed (EPERM)', { fails: 'EPERM' }, 5],
      ['it is on another disk (EXDEV)', { fails: 'EXDEV' }, 7],
      ['the disk is read-only (EROFS)', { fails: 'EROFS' }, 7],
      ['a write is short', 'short', 2],
      ['it is late', 'late', 9],
    ];

    it.each(troubles)('%s: what was there before, or all of it', async (_, trouble, stride) => {
      let met = 0;
      for (let number = 1; ; number += long ? 1 : stride) {
        const { end, seen, operations } = await meet(work, number, trouble);
        met += 1;
        // A ledger, or an entry, that was refused though it is in place is there beside the one of the next try.
        const allowed = { died: [0, 1], refused: [1, 2], done: [1] }[end];
        expect({ number, end, seen, isAllowed: allowed.includes(seen) }).toMatchObject({ isAllowed: true });
        if (trouble === 'short' || trouble === 'late') expect({ number, end }).toEqual({ number, end: 'done' });
        if (number > operations) break;
      }
      expect(met).toBeGreaterThan(1);
      countTried('faults', met);
    });
  },
);
