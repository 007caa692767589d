import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** Flex was used beyond the cap of its window. */
export const capPassed: AuditRule = {
  code: 'cap',
  rule: 'R13',
  severity: 'error',
  name(found) {
    if (found.kind !== 'use' || found.shortfall !== 'cap' || found.stated.flex <= found.room) return null;
    const actual = formatCredits(found.stated.flex);
    const expected = `at most ${formatCredits(found.room)}`;
    const message = `The cap left ${formatCredits(found.room)} credits of Flex; the row uses ${actual}.`;
    return { expected, actual, credits: found.stated.flex - found.room, message };
  },
};
