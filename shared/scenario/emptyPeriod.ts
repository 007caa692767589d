import type { PathSteps } from '../base/jsonPath.ts';
import type { Reading } from './reading.ts';

const told = {
  both: ['This period ends before it begins.', 'until after from'],
  from: ['This begins after the horizon ends.', 'before the end of the horizon'],
  until: ['This ends before the horizon begins.', 'after the start of the horizon'],
} as const;

/** Reports a period that ends before it begins, where only one end may be `stated` and the other is that of the horizon. */
export function reportEmptyPeriod(
  { faults }: Pick<Reading, 'faults'>,
  path: PathSteps,
  stated: keyof typeof told = 'both',
): void {
  const [message, expected] = told[stated];
  faults.add({ code: 'empty-period', path: [...path, stated === 'from' ? 'from' : 'until'], message, expected });
}
