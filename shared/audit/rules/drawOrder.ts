import { splitText, servedOf } from '../splitText.ts';
import type { AuditRule } from '../auditRule.ts';

/** Credits were not drawn from included first, then prepaid, then Flex. */
export const drawOrder: AuditRule = {
  code: 'draw-order',
  rule: 'R21',
  severity: 'error',
  name(found) {
    if (found.kind !== 'use' || servedOf(found.stated) + found.stated.blocked !== found.credits) return null;
    const expected = splitText(found.due);
    const actual = splitText(found.stated);
    if (expected === actual) return null;
    const message = 'Included credits are drawn first, then prepaid, then Flex.';
    return { expected, actual, credits: found.stated.flex - found.due.flex, message };
  },
};
