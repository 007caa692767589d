import type { PathTerms } from '../forecast/pricing/pathTerms.ts';

/** The segments `[from, until)` of one Flex month, so far as they lie after the date. */
export interface FlexMonthRows {
  readonly from: number;
  readonly until: number;
  /** The segment before which it closes; -1 where it is not billed within the horizon. @rule R25 */
  readonly close: number;
  /** By segment: 1 where need beyond prepaid credits becomes Flex that costs something. @rule R11 */
  readonly serves: Uint8Array;
}

/** The Flex months from a segment on. The first may be empty: where one closes at the very date. */
export function flexMonthsAfter(terms: PathTerms, row: number): FlexMonthRows[] {
  const { segments, closes } = terms;
  const months: FlexMonthRows[] = [];
  let from = row;
  for (let until = row; until <= segments; until++) {
    if (closes[until] !== 1 && until < segments) continue;
    months.push(monthOf(terms, from, until));
    from = until;
  }
  return months;
}

function monthOf({ closes, closeNum, flexLimit, plan }: PathTerms, from: number, until: number): FlexMonthRows {
  const close = closes[until] === 1 && closeNum[until]! > 0 ? until : -1;
  const serves = Uint8Array.from({ length: until - from }, (_, index) =>
    close >= 0 && plan[from + index]! >= 0 && flexLimit[from + index] === Infinity ? 1 : 0,
  );
  return { from, until, close, serves };
}
