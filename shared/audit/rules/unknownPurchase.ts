import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** A purchase is not in the terms, or not of that many credits. */
export const unknownPurchase: AuditRule = {
  code: 'unknown-purchase',
  rule: 'R8',
  severity: 'error',
  name(found) {
    const due = found.kind === 'entry' && found.entry === 'purchase' && found.credits !== found.due ? found.due : null;
    if (due === null && !(found.kind === 'unasked' && found.entry === 'purchase')) return null;
    const credits = found.kind === 'entry' || found.kind === 'unasked' ? found.credits : 0;
    const message = 'The terms know no such purchase at this time.';
    return {
      expected: formatCredits(due ?? 0),
      actual: formatCredits(credits),
      credits: credits - (due ?? 0),
      message,
    };
  },
};
