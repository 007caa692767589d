import { formatMoney } from '../../base/money.ts';
import type { AuditRule } from '../auditRule.ts';

/** An invoice line that is due was not issued. */
export const invoiceMissing: AuditRule = {
  code: 'invoice-missing',
  rule: 'R4',
  severity: 'error',
  name(found) {
    if (found.kind !== 'line' || found.stated || !found.due) return null;
    const expected = formatMoney(found.due.amount, found.digits);
    return { expected, actual: 'no line', message: `A ${found.lineKind} line of ${expected} is due at this time.` };
  },
};
