import { assert } from '../base/assert.ts';
import { percentileRank } from '../base/nthSmallest.ts';
import { flexAmount } from '../forecast/pricing/flexAmount.ts';
import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import { billClasses, type BillClasses } from './billClasses.ts';
import { countUnused } from './countUnused.ts';
import type { PathCurves } from './pathCurves.ts';
import { blankCurve, type CurveChoice, type PlanCurve } from './planCurve.ts';
import { RankPointer, type BillCounts } from './rankPointer.ts';

/** Counts that may be kept: 4 bytes each. */
const mostCounts = 16_000_000;

/** Where paths pass from one stay to the next, as lists by quantity. */
interface Passages {
  /** By quantity: the first stay that begins there, or -1; by stay: the next one that begins where it does. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

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
  const classes = billClasses(curves, terms);
  const counts = classes && blankCounts(classes, curves);
  if (!counts) return null;
  const most = costs.length - 1;
  const curve = blankCurve(curves.paths, { from: 0, until: costs.length }, choice);
  const passages = passagesOf(curves, most);
  const tally = new Tally(classes, counts);
  const base = terms.monthBase.reduce((sum, amount) => sum + amount, 0);
  const high = new RankPointer(counts);
  const within = choice.budget === null ? null : new RankPointer(counts);
  tally.pointers.push(high, ...(within ? [within] : []));
  for (let path = 0; path < curves.paths; path++) tally.change(firstAt(curves, path), 1);
  const rank = percentileRank(choice.percent, curves.paths);
  for (let quantity = 0; quantity <= most; quantity++) {
    for (let stay = passages.first[quantity]!; stay >= 0; stay = passages.next[stay]!) {
      tally.change(stay - 1, -1);
      tally.change(stay, 1);
    }
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

/** How many paths are in each class with which base, and what they are billed together. */
class Tally {
  readonly pointers: RankPointer[] = [];
  private readonly classes: BillClasses;
  private readonly counts: BillCounts;
  private readonly paths: Float64Array;
  private readonly bases: Float64Array;

  constructor(classes: BillClasses, counts: BillCounts) {
    this.classes = classes;
    this.counts = counts;
    this.paths = new Float64Array(classes.count);
    this.bases = new Float64Array(classes.count);
  }

  change(stay: number, by: 1 | -1): void {
    const each = this.classes.classOf[stay]!;
    const base = this.classes.base[stay]!;
    const place = base - this.counts.least;
    this.counts.counts[each * this.counts.width + place]! += by;
    this.paths[each]! += by;
    this.bases[each]! += by * base;
    for (const pointer of this.pointers) pointer.change(each, place, by);
  }

  fall(quantity: number): void {
    const { fallen, classes } = this.counts;
    for (let each = 1; each < classes; each++) fallen[each] = this.classes.fallen(each, quantity);
  }

  /** What all paths are billed, in minor units. */
  sum(): number {
    let units = 0;
    for (let each = 0; each < this.counts.classes; each++) {
      units += this.bases[each]! + this.paths[each]! * this.counts.fallen[each]!;
    }
    const sum = units * this.classes.unit;
    assert(Number.isSafeInteger(sum), 'the sum of all bills is exact');
    return sum;
  }
}

function blankCounts({ count, base }: BillClasses, { firstStay, paths }: PathCurves): BillCounts | null {
  let least = Infinity;
  let greatest = -Infinity;
  const stays = firstStay[paths]!;
  for (let stay = 0; stay < stays; stay++) {
    if (base[stay]! < least) least = base[stay]!;
    if (base[stay]! > greatest) greatest = base[stay]!;
  }
  const width = greatest - least + 1;
  if (!(width * count <= mostCounts)) return null;
  const counts = new Int32Array(width * count);
  return { classes: count, width, least, counts, fallen: new Float64Array(count) };
}

/** The stay that a path has at quantity 0. */
function firstAt({ firstStay, until }: PathCurves, path: number): number {
  let stay = firstStay[path]!;
  while (until[stay]! <= 0) stay += 1;
  return stay;
}

function passagesOf(curves: PathCurves, most: number): Passages {
  const { firstStay, until, paths } = curves;
  const first = new Int32Array(most + 1).fill(-1);
  const next = new Int32Array(firstStay[paths]!);
  for (let path = 0; path < paths; path++) {
    for (let stay = firstAt(curves, path) + 1; stay < firstStay[path + 1]!; stay++) {
      const quantity = until[stay - 1]!;
      if (quantity > most) break;
      next[stay] = first[quantity]!;
      first[quantity] = stay;
    }
  }
  return { first, next };
}
