import { assert } from '../base/assert.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import type { PathCurves } from './pathCurves.ts';

/**
 * Stays whose bills fall alike with each further credit, by class. Class 0 falls never; a whole price makes one class, a price
 * with a fraction of a minor unit one for each place in the pattern of its rounding. Bills are counted in steps of `unit`.
 */
export interface BillClasses {
  readonly count: number;
  readonly unit: number;
  /** By stay: its class, and what it would be billed at quantity 0 were it in its class there, in units. */
  readonly classOf: Int32Array;
  readonly base: Float64Array;
  /** How far bills of a class have fallen at a quantity, in units: 0 or below. */
  fallen(each: number, quantity: number): number;
}

/** Prices with more places of rounding than this are looked at path by path. */
const mostClasses = 200;

/** Sorts stays into classes; null where the prices make too many of them. @rule R12 R24 */
export function billClasses(curves: PathCurves, terms: PathTerms): BillClasses | null {
  const prices = pricesOf(terms);
  const count = 1 + prices.reduce((sum, { den }) => sum + den, 0);
  if (count > mostClasses) return null;
  const unit = prices.some(({ den }) => den > 1) ? 1 : prices.reduce((sum, { num }) => divisor(sum, num), 0) || 1;
  const firstClass = Int32Array.from(terms.closes, () => 0);
  const nums = new Float64Array(count);
  const dens = new Float64Array(count).fill(1);
  const places = new Float64Array(count);
  let next = 1;
  for (const { num, den, closes } of prices) {
    for (const close of closes) firstClass[close] = next;
    for (let place = 0; place < den; place++, next++) {
      nums[next] = num;
      dens[next] = den;
      places[next] = place;
    }
  }
  const stays = curves.firstStay[curves.paths]!;
  const classOf = new Int32Array(stays);
  const base = new Float64Array(stays);
  for (let stay = 0; stay < stays; stay++) {
    const close = curves.close[stay]!;
    const den = close < 0 ? 1 : terms.closeDen[close]!;
    const place = close < 0 ? 0 : curves.whole[stay]! % den;
    const each = close < 0 ? 0 : firstClass[close]! + place;
    classOf[stay] = each;
    base[stay] = (curves.amount[stay]! + (nums[each]! * (curves.whole[stay]! - place)) / den) / unit;
  }
  const fallen = (each: number, quantity: number): number => {
    const [num, den] = [nums[each]!, dens[each]!];
    return den === 1 ? (-num * quantity) / unit : Math.floor((2 * (places[each]! - quantity) * num + den) / (2 * den));
  };
  return { count, unit, classOf, base, fallen };
}

/** Prices of Flex months that are billed, each with the closes that bill at it. */
function pricesOf({ closes, closeNum, closeDen }: PathTerms): { num: number; den: number; closes: number[] }[] {
  const prices: { num: number; den: number; closes: number[] }[] = [];
  for (let close = 0; close < closes.length; close++) {
    const [num, den] = [closeNum[close]!, closeDen[close]!];
    if (closes[close] !== 1 || num === 0) continue;
    assert(den >= 1, 'a price has a denominator');
    const known = prices.find((price) => price.num === num && price.den === den);
    if (known) known.closes.push(close);
    else prices.push({ num, den, closes: [close] });
  }
  return prices;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
