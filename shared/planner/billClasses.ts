import type { PathTerms } from '../forecast/pricing/pathTerms.ts';

/**
 * How bills fall with each further credit, by class. Class 0 falls never; a whole price makes one class, a price with a fraction
 * of a minor unit one for each place in the pattern of its rounding. Bills are counted in steps of `unit` minor units.
 */
export interface BillClasses {
  readonly count: number;
  readonly unit: number;
  /** By close: its first class. */
  readonly firstClass: Int32Array;
  /** By class: its price in minor units, and which place of the pattern it is. */
  readonly nums: Float64Array;
  readonly dens: Float64Array;
  readonly places: Float64Array;
}

/** Prices with more places of rounding than this are looked at path by path. */
const mostClasses = 200;

/** The classes of a scenario; null where its prices make too many of them. @rule R12 R24 */
export function billClasses(terms: PathTerms): BillClasses | null {
  const prices = pricesOf(terms);
  const count = 1 + prices.reduce((sum, { den }) => sum + den, 0);
  if (count > mostClasses) return null;
  const classes: BillClasses = {
    count,
    unit: prices.some(({ den }) => den > 1) ? 1 : prices.reduce((sum, { num }) => divisor(sum, num), 0) || 1,
    firstClass: new Int32Array(terms.closes.length),
    nums: new Float64Array(count),
    dens: new Float64Array(count).fill(1),
    places: new Float64Array(count),
  };
  let next = 1;
  for (const { num, den, closes } of prices) {
    for (const close of closes) classes.firstClass[close] = next;
    for (let place = 0; place < den; place++, next++) {
      classes.nums[next] = num;
      classes.dens[next] = den;
      classes.places[next] = place;
    }
  }
  return classes;
}

/** How far bills of a class have fallen at a quantity, in units: 0 or below, but for the roundings of a pattern. */
export function fallenAt({ nums, dens, places, unit }: BillClasses, each: number, quantity: number): number {
  const [num, den] = [nums[each]!, dens[each]!];
  return den === 1 ? (-num * quantity) / unit : Math.floor((2 * (places[each]! - quantity) * num + den) / (2 * den));
}

/** Prices of Flex months that are billed, each with the closes that bill at it. */
function pricesOf({ closes, closeNum, closeDen }: PathTerms): { num: number; den: number; closes: number[] }[] {
  const prices: { num: number; den: number; closes: number[] }[] = [];
  for (let close = 0; close < closes.length; close++) {
    const [num, den] = [closeNum[close]!, closeDen[close]!];
    if (closes[close] !== 1 || num === 0) continue;
    const known = prices.find((price) => price.num === num && price.den === den);
    if (known) known.closes.push(close);
    else prices.push({ num, den, closes: [close] });
  }
  return prices;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
