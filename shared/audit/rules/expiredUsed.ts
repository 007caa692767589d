import { formatCredits } from '../../base/credits.ts';
import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** Included credits were drawn after the cycle that they belong to. */
export const expiredUsed: AuditRule = {
  code: 'expired-used',
  rule: 'R5',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unmet' || found.duty.kind !== 'lapse' || found.drawn === 0) return null;
    const actual = formatCredits(found.drawn);
    const message = `${actual} included credits were drawn that had lapsed at ${formatInstant(found.duty.at)}.`;
    return { expected: '0', actual, credits: found.drawn, message };
  },
};
