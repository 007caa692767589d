import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusPieces } from '../../../../../main/host/exports/focusPieces.ts';
import type { Run } from '../../../../../shared/engine/outcome.ts';
import type { focusColumns } from '../../../../../shared/interchange/exporters/focusCsv.ts';
import { journalTerms } from '../../../../../shared/engine/journalTerms.ts';
import { journalOf } from '../../../../support/journalOf.ts';
import { outcomeOf, programs } from '../../../../support/programs.ts';
import { headOf, replayedLedger } from '../../../../support/replayed.ts';

type FocusRow = Readonly<Record<(typeof focusColumns)[number], string>>;

async function focusRows(run: Run): Promise<FocusRow[]> {
  const pieces = await focusPieces(replayedLedger(run), headOf(run));
  return parse(Buffer.concat(pieces), { columns: true }) as FocusRow[];
}

const cents = (text: string) => BigInt(text.replace('.', ''));
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const check = (property: (run: Run, rows: readonly FocusRow[]) => void) =>
  fc.assert(
    fc.asyncProperty(programs, async (program) => {
      const run = outcomeOf(program);
      property(run, await focusRows(run));
    }),
    { numRuns: 100 },
  );

describe('The FOCUS rows of any run', () => {
  it('bill by InvoiceId what the invoice says, and nothing else', () =>
    check((run, rows) => {
      for (const { number, total } of run.invoices) {
        const own = rows.filter(({ InvoiceId }) => InvoiceId === String(number));
        expect(own.length).toBeGreaterThan(0);
        expect(sum(own.map(({ BilledCost }) => cents(BilledCost)))).toBe(total);
      }
      const others = rows.filter(({ InvoiceId }) => InvoiceId === '');
      expect(sum(others.map(({ BilledCost }) => cents(BilledCost)))).toBe(0n);
    }));

  it('cost in effect what was invoiced, with what the opening had deferred, less what still is', () =>
    check((run, rows) => {
      const { lots } = journalOf(run);
      const { opening } = journalTerms(run);
      const before = opening ? sum([opening.included.money, ...opening.lots.map(({ money }) => money)]) : 0n;
      const invoiced = sum(run.invoices.map(({ total }) => total));
      const effective = sum(rows.map(({ EffectiveCost }) => cents(EffectiveCost)));
      expect(effective).toBe(invoiced + before - sum(lots.map(({ money }) => money)));
    }));

  it('are for times that are in order and in the currency; a usage row says how many credits', () =>
    check((run, rows) => {
      for (const row of rows) {
        expect(row.ChargePeriodStart < row.ChargePeriodEnd).toBe(true);
        expect(row.BillingPeriodStart <= row.ChargePeriodStart).toBe(true);
        expect(row.BillingCurrency).toBe(run.program.currency);
        expect(row.ConsumedQuantity !== '').toBe(row.ChargeCategory === 'Usage');
      }
    }));
});
