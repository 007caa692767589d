import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** Flex was closed while its month ran. */
export const unexpectedClose: AuditRule = {
  code: 'unexpected-close',
  rule: 'R12',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unasked' || found.entry !== 'flex-close') return null;
    const actual = formatCredits(found.credits);
    return { expected: '0', actual, credits: found.credits, message: 'No Flex month ends at this time.' };
  },
};
