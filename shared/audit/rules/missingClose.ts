import { formatCredits } from '../../base/credits.ts';
import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** A Flex month ended without its close. */
export const missingClose: AuditRule = {
  code: 'missing-close',
  rule: 'R12',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unmet' || found.duty.kind !== 'close') return null;
    const expected = formatCredits(found.credits);
    const message = `The Flex month ends at ${formatInstant(found.duty.at)} with ${expected} credits; no row closes it.`;
    return { expected, actual: '0', credits: -found.credits, message };
  },
};
