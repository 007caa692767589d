import { formatScaled } from '../../../shared/base/decimal.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import { formatInstant } from '../../../shared/calendar/instant.ts';
import type { StatedLine } from '../../../shared/ledger/invoiceLines.ts';
import type { LedgerColumns } from '../../../shared/ledger/ledgerColumns.ts';
import type { ControlTotals } from '../../../shared/audit/controlTotals.ts';
import type { UsageFileRows } from '../../../shared/scenario/usageFileRows.ts';
import { ExactSum } from './exactSum.ts';
import { drawnColumns, LedgerCount } from './ledgerCount.ts';

/** The control totals of a source as it was read, and again of its rows once they were audited. */
export interface SourceControl {
  readonly imported: ControlTotals;
  readonly audited: ControlTotals;
}

/** Counts and sums of a ledger's rows, as whoever exported it can make them too: by kind, and what usage drew from each pool. */
export function ledgerControl(ledger: LedgerColumns): ControlTotals {
  const count = new LedgerCount();
  count.take(ledger);
  return count.totals();
}

/** Counts and sums of a usage record, by meter; `credits` where it states them. */
export function usageControl({ count, at, meter, meterIds, mantissa, scale }: UsageFileRows): ControlTotals {
  const rows = new Array<number>(meterIds.length + 1).fill(0);
  const byScale = new Map<number, ExactSum>();
  for (let row = 0; row < count; row++) {
    const index = meter[row]! + 1;
    rows[index]! += 1;
    const key = index * scales + scale[row]!;
    let sum = byScale.get(key);
    if (!sum) byScale.set(key, (sum = new ExactSum()));
    sum.add(mantissa[row]!);
  }
  const totals = new Array<bigint>(rows.length).fill(0n);
  for (const [key, sum] of byScale) {
    totals[Math.floor(key / scales)]! += sum.total() * 10n ** BigInt(scales - 1 - (key % scales));
  }
  const sums = rows.flatMap((ofMeter, index) => {
    const title = index === 0 ? 'credits' : meterIds[index - 1]!;
    return ofMeter === 0 ? [] : [{ title, rows: ofMeter, value: formatScaled(totals[index]!, scales - 1) }];
  });
  return { rows: count, ...spanOf(at, count), sums };
}

/** More than any number of decimals that a quantity can have. */
const scales = 32;

/** Counts and sums of invoice lines, by kind, and of them all, lines that state a total apart. */
export function invoiceControl(lines: readonly StatedLine[], digits: number): ControlTotals {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const sumOf = (some: readonly StatedLine[]): string =>
    formatMoney(
      some.reduce((sum, { amount }) => sum + amount, 0n),
      digits,
    );
  const charged = lines.filter(({ kind }) => kind !== 'total');
  const at = Float64Array.from(lines, ({ issuedAt }) => issuedAt);
  return {
    rows: lines.length,
    ...spanOf(at, at.length),
    sums: [
      { title: 'amount', rows: charged.length, value: sumOf(charged) },
      ...kinds.map((title) => {
        const some = lines.filter(({ kind }) => kind === title);
        return { title, rows: some.length, value: sumOf(some) };
      }),
    ],
  };
}

/** Whether two counts of one source agree. */
export function sameControl(left: ControlTotals, right: ControlTotals): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The sums over the `use` rows of a ledger, by column, in a line. */
export function ledgerTotals(control: ControlTotals): readonly { readonly title: string; readonly value: string }[] {
  const byTitle = new Map(control.sums.map(({ title, value }) => [title, value]));
  const titles = [['credits', 'use'], ...drawnColumns.map((column) => [column, `use: ${column}`])] as const;
  return titles.map(([title, of]) => ({ title: title!, value: byTitle.get(of!) ?? '0' }));
}

/** The sum of the lines of invoices, lines that state a total apart. */
export function invoiceTotals({ sums }: ControlTotals): readonly { readonly title: string; readonly value: string }[] {
  return sums.slice(0, 1).map(({ title, value }) => ({ title, value }));
}

function spanOf(at: Float64Array, count: number): Pick<ControlTotals, 'first' | 'last'> {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < count; row++) {
    const time = at[row]!;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return count === 0 ? { first: null, last: null } : { first: formatInstant(first), last: formatInstant(last) };
}
