import type { Run } from '../../engine/outcome.ts';
import type { Step } from '../../engine/step.ts';

/** What use is measured against. */
export type AlertPool = 'included' | 'prepaid' | 'cap' | 'budget';

/** Shares of a pool, in per cent, at which use is worth a word. */
export const thresholds = [50, 75, 80, 90, 100] as const;

export type Threshold = (typeof thresholds)[number];

/** Use reached a share of its pool. Nanocredits; minor units for the budget. `at` in milliseconds UTC. */
export interface Crossing {
  readonly kind: 'crossing';
  readonly pool: AlertPool;
  readonly threshold: Threshold;
  readonly at: number;
  readonly used: number;
  readonly of: number;
}

/** Use of a pool counts from nothing again: a new cycle, or a new window of the cap. */
export interface Reset {
  readonly kind: 'reset';
  readonly pool: AlertPool;
  readonly at: number;
}

/** How far a pool is used, and which threshold comes next. */
interface Level {
  of: number;
  used: number;
  next: number;
}

interface Walk {
  readonly levels: Record<AlertPool, Level>;
  readonly found: (Crossing | Reset)[];
}

/**
 * When use of each pool reached each threshold in a run, in time order within a pool: included credits by cycle, prepaid
 * credits against all that were there so far, Flex against the cap of its window, invoices against a budget (minor units).
 * @rule R5 R6 R9 R13
 */
export function crossingsOf(run: Run, budget: bigint | null): (Crossing | Reset)[] {
  const { opening } = run.program;
  const lots = (opening?.lots ?? []).reduce((sum, lot) => sum + lot.credits, 0);
  const level = (of: number, used = 0): Level => ({ of, used, next: 0 });
  const levels = {
    included: level(opening?.included ?? 0),
    prepaid: level(lots),
    cap: level(Infinity, opening?.subscription?.capUsed ?? 0),
    budget: level(budget === null ? Infinity : Number(budget)),
  };
  const walk: Walk = { levels, found: [] };
  let row = 0;
  for (const step of run.steps) {
    if (step.kind === 'segment') row = drawSegment(walk, run, step, row);
    else passStep(walk, step);
  }
  for (const { issuedAt, total } of run.invoices) use(walk, 'budget', Number(total), issuedAt);
  return walk.found;
}

function drawSegment(walk: Walk, run: Run, step: Extract<Step, { kind: 'segment' }>, first: number): number {
  const { usage } = run.program;
  resize(walk.levels.cap, step.flexLimit);
  let row = first;
  for (; row < usage.count && usage.at[row]! < step.until; row++) {
    const at = usage.at[row]!;
    use(walk, 'included', run.draws.included[row]!, at);
    use(walk, 'prepaid', run.draws.prepaid[row]!, at);
    use(walk, 'cap', run.draws.flex[row]!, at);
  }
  return row;
}

function passStep({ levels, found }: Walk, step: Exclude<Step, { kind: 'segment' }>): void {
  const reset = (pool: AlertPool, of: number): void => {
    levels[pool] = { of, used: 0, next: 0 };
    found.push({ kind: 'reset', pool, at: step.at });
  };
  if (step.kind === 'lapse') reset('included', 0);
  else if (step.kind === 'cycle') reset('included', step.credits);
  else if (step.kind === 'cap-window') reset('cap', levels.cap.of);
  else if (step.kind !== 'flex-close') resize(levels[step.bucket], levels[step.bucket].of + step.credits);
}

/** Where there is more to use than before, thresholds that no longer hold can be reached again. */
function resize(level: Level, of: number): void {
  level.of = of;
  while (level.next > 0 && !reached(level, thresholds[level.next - 1]!)) level.next -= 1;
}

function use({ levels, found }: Walk, pool: AlertPool, amount: number, at: number): void {
  if (amount === 0) return;
  const level = levels[pool];
  level.used += amount;
  for (; level.next < thresholds.length && reached(level, thresholds[level.next]!); level.next++) {
    const threshold = thresholds[level.next]!;
    found.push({ kind: 'crossing', pool, threshold, at, used: level.used, of: level.of });
  }
}

/** Floats suffice: the full pool is compared exactly, and no share else is a promise to a nanocredit. */
function reached({ used, of }: Level, threshold: Threshold): boolean {
  return of > 0 && used >= (of * threshold) / 100;
}
