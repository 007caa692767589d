import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** An adjustment is not in the terms, or not of that many credits. */
export const unknownAdjustment: AuditRule = {
  code: 'unknown-adjustment',
  rule: 'R26',
  severity: 'error',
  name(found) {
    const due = found.kind === 'entry' && found.entry === 'adjust' && found.credits !== found.due ? found.due : null;
    if (due === null && !(found.kind === 'unasked' && found.entry === 'adjust')) return null;
    const credits = found.kind === 'entry' || found.kind === 'unasked' ? found.credits : 0;
    const message = 'The terms know no such adjustment at this time.';
    return {
      expected: formatCredits(due ?? 0),
      actual: formatCredits(credits),
      credits: credits - (due ?? 0),
      message,
    };
  },
};
