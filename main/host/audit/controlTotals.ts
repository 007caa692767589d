import { formatMoney } from '../../../shared/base/money.ts';
import type { AuditInput } from '../../../shared/audit/audit.ts';
import type { StatedLine } from '../../../shared/ledger/invoiceLines.ts';
import type { LedgerColumns } from '../../../shared/ledger/ledgerColumns.ts';
import type { ControlTotals } from '../../../shared/audit/controlTotals.ts';
import type { UsageFileRows } from '../../../shared/scenario/usageFileRows.ts';
import { drawnColumns, LedgerCount } from '../../../shared/audit/ledgerCount.ts';
import { spanOf, spanText } from './spanOf.ts';
import { UsageCount } from './usageCount.ts';

/** The control totals of a source as it was read, and again of its rows once they were audited. */
export interface SourceControl {
  readonly imported: ControlTotals;
  readonly audited: ControlTotals;
}

type Controls = Partial<Record<'ledger' | 'usage' | 'invoices', ControlTotals>>;

/** By role, of what was given. */
export type SourceControls = Readonly<Partial<Record<keyof Controls, SourceControl>>>;

/** Counts and sums of all that is audited. */
export function controlsOf({ ledger, record, invoices, terms }: AuditInput): Controls {
  return {
    ...(ledger && { ledger: ledgerControl(ledger) }),
    ...(record && { usage: usageControl(record) }),
    ...(invoices && { invoices: invoiceControl(invoices, terms.program.minorDigits) }),
  };
}

/** The totals of sources as they were read, beside those of their rows once they were audited. */
export function bothControls(imported: Controls, audited: Controls): SourceControls {
  const both = (role: keyof Controls) =>
    imported[role] && audited[role] ? { [role]: { imported: imported[role], audited: audited[role] } } : {};
  return { ...both('ledger'), ...both('usage'), ...both('invoices') };
}

/** Counts and sums of a ledger's rows, as whoever exported it can make them too: by kind, and what usage drew from each pool. */
export function ledgerControl(ledger: LedgerColumns): ControlTotals {
  const count = new LedgerCount();
  count.take(ledger);
  return count.totals();
}

/** Counts and sums of a usage record. */
export function usageControl(record: UsageFileRows): ControlTotals {
  const count = new UsageCount();
  count.take(record, record.meterIds);
  return count.totals();
}

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
    ...spanText(spanOf(at, at.length)),
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
