import { assert } from '../base/assert.ts';
import { percentileRank } from '../base/nthSmallest.ts';
import { flexAmount } from '../forecast/pricing/flexAmount.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { billClasses, fallenAt, type BillClasses } from './billClasses.ts';
import { countedStays, type CountedStays } from './countedStays.ts';
import { countUnused } from './countUnused.ts';
import type { PathCurves } from './pathCurves.ts';
import { blankCurve, type CurveChoice, type PlanCurve } from './planCurve.ts';
import { RankPointer, type BillCounts } from './rankPointer.ts';

/**
 * The whole curve in one pass over the quantities: bills of each class are counted by their base, all of a class fall together,
 * and a path changes its class a few times at most. `costs` are what each quantity costs to buy. Null where there would be too
 * much to count.
 */
export function sweepCurves(
  curves: PathCurves,
  terms: PathTerms,
  costs: Float64Array,
  choice: CurveChoice,
): PlanCurve | null {
  const most = costs.length - 1;
  const classes = billClasses(terms);
  const stays = classes && countedStays(curves, terms, classes, most);
  if (!stays) return null;
  const curve = blankCurve(curves.paths, { from: 0, until: costs.length }, choice);
  const tally = new Tally(classes, stays);
  const base = terms.monthBase.reduce((sum, amount) => sum + amount, 0);
  const high = tally.pointer();
  const within = choice.budget === null ? null : tally.pointer();
  const rank = percentileRank(choice.percent, curves.paths);
  for (let quantity = 0; quantity <= most; quantity++) {
    tally.enter(quantity);
    tally.fall(quantity);
    const same = base + costs[quantity]!;
    if (Number.isNaN(same)) {
      curve.mean[quantity] = curve.high[quantity] = NaN;
      continue;
    }
    high.seek();
    high.seekRank(rank);
    curve.high[quantity] = same + high.at * classes.unit;
    curve.mean[quantity] = flexAmount(tally.sum() + same * curves.paths, 1, curves.paths);
    if (!within) continue;
    within.seek(Math.floor((choice.budget! - same) / classes.unit));
    curve.withinBudget![quantity] = within.below;
  }
  countUnused(curves, curve);
  return curve;
}

/** How many paths are in each class with which bill, and what they are billed together. */
class Tally {
  private readonly classes: BillClasses;
  private readonly stays: CountedStays;
  private readonly bills: BillCounts;
  private readonly pointers: RankPointer[] = [];
  private readonly paths: Float64Array;
  /** What all bills would be had none of them fallen, in units. */
  private bases = 0;

  constructor(classes: BillClasses, stays: CountedStays) {
    const { starts, widths, least } = stays;
    this.classes = classes;
    this.stays = stays;
    const counts = new Int32Array(stays.places);
    this.bills = { starts, widths, least, counts, fallen: new Float64Array(classes.count) };
    this.paths = new Float64Array(classes.count);
  }

  pointer(): RankPointer {
    const pointer = new RankPointer(this.bills);
    this.pointers.push(pointer);
    return pointer;
  }

  /** Enters the paths whose stay begins at a quantity, and takes those that come from another stay out of it. */
  enter(quantity: number): void {
    const { entered, next, placeOf } = this.stays;
    for (let stay = entered[quantity]!; stay >= 0; stay = next[stay]!) {
      if (quantity > 0) this.change(placeOf[stay - 1]!, -1);
      this.change(placeOf[stay]!, 1);
    }
  }

  fall(quantity: number): void {
    const { fallen } = this.bills;
    for (let each = 1; each < fallen.length; each++) fallen[each] = fallenAt(this.classes, each, quantity);
  }

  /** What all paths are billed, in minor units. */
  sum(): number {
    const { fallen } = this.bills;
    let units = this.bases;
    for (let each = 0; each < fallen.length; each++) units += this.paths[each]! * fallen[each]!;
    const sum = units * this.classes.unit;
    assert(Number.isSafeInteger(sum), 'the sum of all bills is exact');
    return sum;
  }

  private change(place: number, by: 1 | -1): void {
    const { counts, starts, least } = this.bills;
    let each = starts.length - 1;
    while (starts[each]! > place) each -= 1;
    counts[place]! += by;
    this.paths[each]! += by;
    this.bases += by * (place - starts[each]! + least[each]!);
    for (let index = 0; index < this.pointers.length; index++) this.pointers[index]!.change(each, place, by);
  }
}
