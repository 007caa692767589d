import { describe, expect, it } from 'vitest';
import { backupsToKeep, type Backup } from '../../../../main/store/backups.ts';

function made(...times: string[]): Backup[] {
  return times.map((at, index) => ({ number: times.length - index, at, sha256: '', absolute: String(index) }));
}
const numbers = (backups: readonly Backup[]) => backups.map(({ number }) => number);

describe('the ring of backups', () => {
  it('keeps the three newest, and the newest of each day before', () => {
    const backups = made(
      '2026-03-05T09',
      '2026-03-05T08',
      '2026-03-05T07',
      '2026-03-05T06',
      '2026-03-04T20',
      '2026-03-04T10',
    );
    expect(numbers(backupsToKeep(backups))).toEqual([6, 5, 4, 2]);
  });

  it('keeps ten at most', () => {
    const days = Array.from({ length: 20 }, (_, day) => `2026-03-${String(28 - day).padStart(2, '0')}T09`);
    expect(numbers(backupsToKeep(made(...days)))).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11]);
  });

  it('goes by number, so that a clock set back prunes nothing new (F33, F47)', () => {
    const backups = made('1970-01-01T00', '1970-01-01T00', '2026-03-05T07', '2026-03-05T06');
    expect(numbers(backupsToKeep(backups))).toEqual([4, 3, 2]);
  });
});
