import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** Included credits of an earlier cycle were kept under a new grant. */
export const rolledOver: AuditRule = {
  code: 'rollover',
  rule: 'R5',
  severity: 'error',
  name(found) {
    if (found.kind !== 'entry' || found.rolledOver === 0 || found.lapse !== 'expire') return null;
    const expected = formatCredits(found.due);
    const actual = formatCredits(found.after.included);
    const message = `${formatCredits(found.rolledOver)} credits of the cycle before rolled over; unused included credits lapse.`;
    return { expected, actual, credits: found.rolledOver, message };
  },
};
