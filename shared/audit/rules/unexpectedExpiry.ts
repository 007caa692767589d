import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** Included credits lapsed while their cycle ran. */
export const unexpectedExpiry: AuditRule = {
  code: 'unexpected-expiry',
  rule: 'R5',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unasked' || (found.entry !== 'expire' && found.entry !== 'forfeit')) return null;
    const actual = formatCredits(found.credits);
    const message = `${actual} included credits lapse here, and the terms end no cycle at this time.`;
    return { expected: '0', actual, credits: -found.credits, message };
  },
};
