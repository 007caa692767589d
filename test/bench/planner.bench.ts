import { prng } from '../../shared/base/prng.ts';
import { ratio } from '../../shared/base/ratio.ts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import type { Program } from '../../shared/engine/program.ts';
import { pathColumns } from '../../shared/forecast/pathColumns.ts';
import type { PathTerms } from '../../shared/forecast/pricing/pathTerms.ts';
import { priceTotals } from '../../shared/forecast/pricing/pricePath.ts';
import { blockLengths, openBlock } from '../../shared/forecast/pricing/steadyBlock.ts';
import { steadySteps } from '../../shared/forecast/pricing/steadySteps.ts';
import { sumSegments } from '../../shared/forecast/pricing/sumSegments.ts';
import { termsOfRun } from '../../shared/forecast/pricing/termsOfRun.ts';
import { workRows } from '../../shared/forecast/sampling/workRows.ts';
import { pathCurves } from '../../shared/planner/pathCurves.ts';
import { planTerms } from '../../shared/planner/planTerms.ts';
import { purchaseCosts } from '../../shared/planner/purchaseCost.ts';
import type { SegmentDemand } from '../../shared/planner/segmentDemand.ts';
import { sweepCurves } from '../../shared/planner/sweepCurves.ts';
import { outcomeOf, usageColumns } from '../support/programs.ts';
import { leastMs, report } from './measure.ts';

const paths = 10_000;
const nano = 1_000_000_000;

/** A year of a monthly plan with two prices for prepaid credits, bought on its first day. */
function yearOfGrowth(): Program {
  const zone = zoneOf('America/New_York')!;
  const start = zone.toInstant(Date.UTC(2026, 0, 1));
  const prepaidPrices = [
    { from: 0, unitPrice: ratio(7n, 2n) },
    { from: 500 * nano, unitPrice: ratio(3n) },
  ];
  const price = { fee: ratio(299n), included: 150 * nano, flexPrice: ratio(4n), prepaidPrices };
  return {
    currency: 'USD',
    minorDigits: 2,
    zone,
    start,
    end: zone.toInstant(Date.UTC(2027, 0, 1)),
    includedCycle: 'anniversary',
    flexCycle: 'anniversary',
    plans: [{ id: 'growth', kind: 'paid', cycle: 'monthly', ...price }],
    meters: [],
    actions: [{ at: start, path: 'timeline[0]', do: 'subscribe', plan: 0 }],
    usage: usageColumns([]),
    sources: [{ kind: 'events' }],
    opening: null,
  };
}

/** Days of demand around a level that differs by path, so that all quantities are worth a look. */
function demandOf(terms: PathTerms): SegmentDemand {
  const random = prng(1);
  const { segments, slots } = terms;
  const totals = new Float64Array(paths * segments);
  const days = new Float64Array(slots);
  for (let path = 0; path < paths; path++) {
    const level = 3 * nano + random.below(5 * nano);
    for (let slot = 0; slot < slots; slot++) days[slot] = Math.floor((level * random.below(2_000)) / 1000);
    sumSegments(terms, days, totals, path * segments);
  }
  return { paths, segments, totals };
}

/** All paths at one quantity by the machine's vectors, as a forecast prices them. */
function pricedByVectors(terms: PathTerms, { totals }: SegmentDemand): () => void {
  const steady = steadySteps(terms);
  if (!steady) throw new Error('these terms are served alike');
  const rows = workRows([terms.segments, ...blockLengths(terms)], []);
  const row = rows.take(terms.segments);
  // The first day of a segment is always enough: days are no part of a price.
  const slots = new Float64Array(terms.slots).fill(Infinity);
  const block = openBlock(terms, steady, { totals: row, first: 0, slots }, rows);
  if (!block) throw new Error('this machine has no vectors');
  const out = pathColumns(paths, terms.months);
  return () => {
    for (let path = 0; path < paths; path++) {
      const first = path * terms.segments;
      for (let segment = 0; segment < terms.segments; segment++) row[segment] = totals[first + segment]!;
      block.price();
      if (block.isFull() || path === paths - 1) block.copyTo(out, path + 1);
    }
  };
}

function curveAgainstOnePrice(): void {
  const program = yearOfGrowth();
  const result = termsOfRun(outcomeOf(program), { isRandom: () => true, cuts: [program.start] });
  if (!result.ok) throw new Error(result.error.code);
  const terms = result.value;
  const plan = planTerms(program, terms, [program.start]);
  if (!plan.ok) throw new Error(plan.error.code);
  const demand = demandOf(terms);
  const out = pathColumns(paths, terms.months);
  const priceAll = (): void => {
    out.monthFlex.fill(0);
    out.monthBlocked.fill(0);
    const path = { totals: demand.totals, first: 0, slots: null };
    for (let index = 0; index < paths; index++) {
      path.first = index * terms.segments;
      priceTotals(terms, path, out, index);
    }
  };
  const byVectors = pricedByVectors(terms, demand);
  const most = 1_500;
  const wholeCurve = (): number => {
    const curves = pathCurves(plan.value, demand, null);
    const costs = purchaseCosts(plan.value, most);
    const curve = sweepCurves(curves, terms, costs, { percent: 90, budget: null })!;
    return curve.mean.indexOf(Math.min(...curve.mean));
  };
  const one = leastMs(60, priceAll);
  const fastest = Math.min(one, leastMs(60, byVectors));
  const curve = leastMs(60, wholeCurve);
  report('planner: 10,000 paths of a year at one quantity', `${one.toFixed(1)} ms`);
  report('planner: the same in the fastest way there is, by vectors', `${fastest.toFixed(1)} ms`);
  report(`planner: 10,000 paths at ${most} quantities, the best of them`, `${curve.toFixed(1)} ms`);
  report('planner: times the cost of one quantity', `${(curve / one).toFixed(1)} (limit 6)`);
  report('planner: times that in the fastest way', `${(curve / fastest).toFixed(1)} (limit 6)`);
}

curveAgainstOnePrice();
