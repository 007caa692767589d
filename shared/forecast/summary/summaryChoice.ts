import { calendarMonths, dayMs, type Period } from '../../calendar/month.ts';
import { formatLocalDate } from '../../calendar/instant.ts';
import type { Run } from '../../engine/outcome.ts';
import type { SummaryChoice } from './forecastSummary.ts';

/** A local calendar month of the horizon, clipped to it; instants in milliseconds UTC. */
export interface MonthOfHorizon extends Period {
  /** `2026-01`. */
  readonly label: string;
}

/** The months by which columns of paths are kept. */
export function monthsOfHorizon({ program: { start, end, zone } }: Run): MonthOfHorizon[] {
  return calendarMonths({ from: start, until: end }, zone).map((month) => ({
    ...month,
    label: formatLocalDate(month.from, zone).slice(0, 7),
  }));
}

/** What a summary needs to know of the run that its paths are variations of: its first day, and which pools there are. */
export function summaryBasis(run: Run): Pick<SummaryChoice, 'firstDay' | 'pools'> {
  const { zone, start, opening } = run.program;
  const firstDay = Math.floor(zone.toLocal(start) / dayMs) * dayMs;
  const included = (opening?.included ?? 0) > 0 || run.steps.some((step) => step.kind === 'cycle' && step.credits > 0);
  const adjusts = (bucket: string): boolean =>
    run.steps.some((step) => 'bucket' in step && step.bucket === bucket && step.credits > 0);
  return {
    firstDay,
    pools: {
      included: included || adjusts('included'),
      prepaid: (opening?.lots.length ?? 0) > 0 || adjusts('prepaid'),
    },
  };
}
