import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** Credits do not follow from the quantity by the rate in force. */
export const wrongRate: AuditRule = {
  code: 'rate',
  rule: 'R18',
  severity: 'error',
  name(found) {
    if (found.kind !== 'use' || found.demand === found.credits) return null;
    const actual = formatCredits(found.credits);
    if (Number.isNaN(found.demand)) {
      const message = `The terms give no rate of ${found.rated} at this time.`;
      return { expected: 'a meter and a rate of the terms', actual, message };
    }
    const expected = formatCredits(found.demand);
    const message = `The quantity comes to ${expected} credits at the rate in force; the row has ${actual}.`;
    return { expected, actual, credits: found.credits - found.demand, message };
  },
};
