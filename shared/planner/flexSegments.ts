import type { PathTerms } from '../forecast/pricing/pathTerms.ts';

/** What each segment's Flex month is billed by. Columns by segment; those before the date stay 0. */
export interface FlexSegments {
  /** 1 where the month begins with the segment. */
  readonly begins: Uint8Array;
  /** The segment before which the month closes; -1 where it is not billed within the horizon. @rule R25 */
  readonly closes: Int32Array;
  /** Its price for a whole credit in minor units, `nums` ÷ `dens`; 0 where it is not billed. @rule R12 */
  readonly nums: Float64Array;
  readonly dens: Float64Array;
  /** Days from its close to the horizon's end; 0 where they do not count. */
  readonly days: Float64Array;
  /** 1 where need beyond prepaid credits becomes Flex that costs something. @rule R11 */
  readonly serves: Uint8Array;
  /**
   * How far bills fall with a credit more, in minor units: 0 where nothing serves, NaN where that is no straight line on which
   * the next month could go on.
   */
  readonly falls: Float64Array;
  /** The segment that the month which is open at the date ends before, and what closes it, as in `closes`. */
  readonly openUntil: number;
  readonly openClose: number;
}

/** The Flex months from the date's segment on. `closeDays` as in `pathCurves`. */
export function flexSegments(terms: PathTerms, row: number, closeDays: Float64Array | null): FlexSegments {
  const { segments, closes, closeNum, closeDen, plan, flexLimit } = terms;
  const first = closes.indexOf(1, row);
  const openUntil = first < 0 ? segments : first;
  const flex = blankSegments(segments, openUntil, closeOf(terms, openUntil));
  let close = closeOf(terms, segments);
  for (let each = segments - 1; each >= row; each--) {
    const serves = close >= 0 && plan[each]! >= 0 && flexLimit[each] === Infinity;
    flex.begins[each] = each === row || closes[each] === 1 ? 1 : 0;
    flex.closes[each] = close;
    flex.nums[each] = close < 0 ? 0 : closeNum[close]!;
    flex.dens[each] = close < 0 ? 1 : closeDen[close]!;
    flex.days[each] = close < 0 ? 0 : (closeDays?.[close] ?? 0);
    flex.serves[each] = serves ? 1 : 0;
    flex.falls[each] = !serves ? 0 : closeDays || closeDen[close] !== 1 ? NaN : closeNum[close]!;
    if (closes[each] === 1) close = closeOf(terms, each);
  }
  return flex;
}

/** The close that stands before a segment; -1 where none is billed there. */
function closeOf({ closes, closeNum }: PathTerms, segment: number): number {
  return closes[segment] === 1 && closeNum[segment]! > 0 ? segment : -1;
}

function blankSegments(segments: number, openUntil: number, openClose: number): FlexSegments {
  const column = (): Float64Array => new Float64Array(segments);
  return {
    begins: new Uint8Array(segments),
    closes: new Int32Array(segments),
    nums: column(),
    dens: column(),
    days: column(),
    serves: new Uint8Array(segments),
    falls: column(),
    openUntil,
    openClose,
  };
}
