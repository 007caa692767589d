import { assert } from '../../base/assert.ts';
import { ratio, type Ratio } from '../../base/ratio.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Run } from '../../engine/outcome.ts';
import type { Step } from '../../engine/step.ts';
import { pathSlots, type SlotChoice } from './pathSlots.ts';
import type { PathTerms } from './pathTerms.ts';

/** Why a run gives no terms: the price of Flex has more digits than whole numbers below 2^53 can hold. */
export type TermsRefusal = { readonly code: 'price-digits'; readonly price: Ratio };

/**
 * The terms on which any demand is priced, read from one run of the program: what the engine did there between usage, it does
 * on every path. The usage of that run counts for nothing but what is the same on every path.
 */
export function termsOfRun(run: Run, choice: SlotChoice): Result<PathTerms, TermsRefusal> {
  const slots = pathSlots(run, choice);
  const draft = blankTerms(run, slots);
  let row = 0;
  let adjusted = false;
  for (const step of run.steps) {
    if (step.kind === 'segment') {
      while (row < slots.segments && slots.slotFrom[slots.segmentFirstSlot[row]!]! < step.until) {
        draft.plan[row] = step.plan ?? -1;
        draft.flexLimit[row] = step.flexLimit;
        row += 1;
      }
      adjusted = false;
      continue;
    }
    assert(!(adjusted && step.kind === 'lapse'), 'at one instant, what lapses comes before adjustments');
    adjusted ||= step.kind === 'adjust';
    const refused = enter(draft, row, step, run);
    if (refused) return err(refused);
  }
  assert(row === slots.segments, 'every segment has its terms');
  return ok(draft);
}

function blankTerms(run: Run, slots: ReturnType<typeof pathSlots>): PathTerms {
  const rows = slots.segments + 1;
  const { opening } = run.program;
  const subscription = opening?.subscription;
  return {
    ...slots,
    opening: {
      included: opening?.included ?? 0,
      prepaid: (opening?.lots ?? []).reduce((sum, lot) => sum + lot.credits, 0),
      flex: subscription?.flexMonth ?? 0,
      capUsed: subscription?.capUsed ?? 0,
    },
    monthBase: baseAmounts(run, slots.monthFrom),
    lapses: new Uint8Array(rows),
    includedAdd: new Float64Array(rows),
    includedNeed: new Float64Array(rows),
    prepaidAdd: new Float64Array(rows),
    prepaidNeed: new Float64Array(rows),
    closes: new Uint8Array(rows),
    closeNum: new Float64Array(rows),
    closeDen: new Float64Array(rows).fill(1),
    closeMonth: new Int32Array(rows),
    capWindows: new Uint8Array(rows),
    plan: new Int32Array(rows).fill(-1),
    flexLimit: new Float64Array(rows),
  };
}

/** Enters what one step does to the balances. Of several closes at one instant only the first finds Flex. */
function enter(terms: PathTerms, row: number, step: Exclude<Step, { kind: 'segment' }>, run: Run): TermsRefusal | null {
  switch (step.kind) {
    case 'lapse':
      terms.lapses[row] = 1;
      terms.includedAdd[row] = 0;
      return null;
    case 'cycle':
      terms.includedAdd[row]! += step.credits;
      return null;
    case 'cap-window':
      terms.capWindows[row] = 1;
      return null;
    case 'flex-close':
      return terms.closes[row] === 1 ? null : enterClose(terms, row, step, run);
    case 'purchase':
    case 'adjust': {
      const [add, need] =
        step.bucket === 'included' ? [terms.includedAdd, terms.includedNeed] : [terms.prepaidAdd, terms.prepaidNeed];
      add[row]! += step.credits;
      need[row] = Math.max(need[row]!, -add[row]!);
      return null;
    }
  }
}

function enterClose(
  terms: PathTerms,
  row: number,
  { at, unitPrice }: Extract<Step, { kind: 'flex-close' }>,
  { program }: Run,
): TermsRefusal | null {
  const { num, den } = ratio(unitPrice.num * 10n ** BigInt(program.minorDigits), unitPrice.den);
  terms.closes[row] = 1;
  terms.closeNum[row] = Number(num);
  terms.closeDen[row] = Number(den);
  terms.closeMonth[row] = monthOf(terms.monthFrom, at);
  const exact = Number.isSafeInteger(Number(num)) && Number.isSafeInteger(Number(den));
  return exact ? null : { code: 'price-digits', price: unitPrice };
}

/** The month that an instant lies in; the horizon's end belongs to the last. @rule R25 */
function monthOf(monthFrom: Float64Array, at: number): number {
  let month = monthFrom.length - 2;
  while (month > 0 && at < monthFrom[month]!) month -= 1;
  return month;
}

function baseAmounts({ invoices }: Run, monthFrom: Float64Array): Float64Array {
  const amounts = new Float64Array(monthFrom.length - 1);
  for (const { issuedAt, lines } of invoices) {
    for (const { flexMonth, amount } of lines) {
      if (flexMonth === null) amounts[monthOf(monthFrom, issuedAt)]! += Number(amount);
    }
  }
  return amounts;
}
