import { formatCredits } from '../../base/credits.ts';
import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** Unused included credits did not lapse at the end of their cycle. */
export const missingExpiry: AuditRule = {
  code: 'missing-expiry',
  rule: 'R5',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unmet' || found.duty.kind !== 'lapse') return null;
    const left = formatCredits(found.credits);
    const message = `${left} included credits had to lapse at ${formatInstant(found.duty.at)}; no row shows that.`;
    return { expected: left, actual: '0', credits: found.credits, message };
  },
};
