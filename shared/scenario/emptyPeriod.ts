import type { PathSteps } from '../base/jsonPath.ts';
import type { Reading } from './reading.ts';

/** Reports a period that ends before it begins, at its end. */
export function reportEmptyPeriod({ faults }: Pick<Reading, 'faults'>, path: PathSteps): void {
  faults.add({
    code: 'empty-period',
    path,
    message: 'This period ends before it begins.',
    expected: 'until after from',
  });
}
