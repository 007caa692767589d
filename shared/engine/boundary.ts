import { addMonths, monthStart, type Period } from '../calendar/month.ts';
import type { MonthPolicy, PlanTerms, Program } from './program.ts';

/** The months by which one kind of boundary of a subscription is counted. */
export interface BoundarySeries {
  readonly policy: MonthPolicy;
  readonly months: 1 | 12;
}

/** How the cycles of a plan are counted: an annual one by twelve months from its anniversary, always. @rule R2 */
export function cycleSeries(program: Program, plan: PlanTerms): BoundarySeries {
  if (plan.cycle === 'annual') return { policy: 'anniversary', months: 12 };
  return { policy: program.includedCycle, months: 1 };
}

/** How Flex months are counted, on monthly and annual plans alike. @rule R2 R12 */
export function flexSeries(program: Program): BoundarySeries {
  return { policy: program.flexCycle, months: 1 };
}

/**
 * The k-th boundary after a subscription's start, in milliseconds UTC; the 0th is the start itself. Counted from the
 * original local start, the day clamped to the month's last. @rule R2
 */
export function boundary(program: Program, since: number, series: BoundarySeries, k: number): number {
  if (k === 0) return since;
  const local = program.zone.toLocal(since);
  const moved = series.policy === 'calendar' ? monthStart(local, k) : addMonths(local, k * series.months);
  return program.zone.toInstant(moved);
}

/** The period of a series, with its number, that a run from `start` begins in; it ends at `start` or later. @rule R27 */
export function periodAt(
  program: Program,
  since: number,
  series: BoundarySeries,
  start: number,
): Period & { index: number } {
  let index = 0;
  while (boundary(program, since, series, index + 1) < start) index += 1;
  return period(program, since, series, index);
}

/** The k-th period of a series, from 0. */
export function period(
  program: Program,
  since: number,
  series: BoundarySeries,
  index: number,
): Period & { index: number } {
  return {
    index,
    from: boundary(program, since, series, index),
    until: boundary(program, since, series, index + 1),
  };
}
