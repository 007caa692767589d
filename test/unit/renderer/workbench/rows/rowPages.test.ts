import { describe, expect, it } from 'vitest';
import { RowPages } from '../../../../../renderer/workbench/rows/rowPages.ts';
import type { CellsPage } from '../../../../../shared/rpc/rowViews.ts';

/** A host that answers when it is told to. */
function slowHost(total: number) {
  const asked: { from: number; count: number; answer: () => Promise<void>; refuse: () => Promise<void> }[] = [];
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  const fetch = ({ from, count }: { from: number; count: number }) =>
    new Promise<CellsPage>((resolve, reject) => {
      const length = Math.max(0, Math.min(count, total - from));
      const rows = Array.from({ length }, (_, index) => ({ row: from + index + 1, cells: [] }));
      asked.push({
        from,
        count,
        answer: () => (resolve({ from, total, rows }), settled()),
        refuse: () => (reject(new Error('gone')), settled()),
      });
    });
  return { asked, fetch };
}

describe('the pages of a grid', () => {
  it('fetches blocks of at most 2,000 rows and has the rows then', async () => {
    const { asked, fetch } = slowHost(1_000_000);
    const pages = new RowPages(fetch, () => undefined);
    pages.want({ from: 999_900, until: 1_000_000 });
    expect(asked[0]!.count).toBeLessThanOrEqual(2_000);
    await asked[0]!.answer();
    expect(pages.row(999_999)?.row).toBe(1_000_000);
    expect(pages.row(0)).toBeUndefined();
  });

  it('of all that a dragged scroll bar passes, fetches only where it came to rest', async () => {
    const { asked, fetch } = slowHost(1_000_000);
    const pages = new RowPages(fetch, () => undefined);
    for (let from = 0; from < 900_000; from += 1_000) pages.want({ from, until: from + 50 });
    expect(asked).toHaveLength(1);
    await asked[0]!.answer();
    expect(asked).toHaveLength(2);
    expect(asked[1]!.from).toBeLessThanOrEqual(899_000);
    await asked[1]!.answer();
    expect(pages.row(899_000)?.row).toBe(899_001);
    expect(asked).toHaveLength(2);
  });

  it('asks for nothing twice', async () => {
    const { asked, fetch } = slowHost(5_000);
    const pages = new RowPages(fetch, () => undefined);
    pages.want({ from: 0, until: 50 });
    await asked[0]!.answer();
    pages.want({ from: 10, until: 60 });
    expect(asked).toHaveLength(1);
  });

  it('tells a failure once and tries again only when asked again', async () => {
    const { asked, fetch } = slowHost(5_000);
    const failures: unknown[] = [];
    const pages = new RowPages(fetch, (failure) => failures.push(failure));
    pages.want({ from: 0, until: 50 });
    await asked[0]!.refuse();
    expect(failures).toEqual([new Error('gone')]);
    expect(asked).toHaveLength(1);
    pages.want({ from: 0, until: 50 });
    expect(asked).toHaveLength(2);
  });

  it('comes to rest where the ledger is shorter than was said', async () => {
    const { asked, fetch } = slowHost(10);
    const pages = new RowPages(fetch, () => undefined);
    pages.want({ from: 0, until: 5_000 });
    while (asked.length < 20) {
      const count = asked.length;
      await asked[count - 1]!.answer();
      if (asked.length === count) break;
    }
    expect(asked.length).toBeLessThan(5);
    expect(pages.row(9)?.row).toBe(10);
  });
});
