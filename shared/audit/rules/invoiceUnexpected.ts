import { formatMoney } from '../../base/money.ts';
import type { AuditRule } from '../auditRule.ts';

/** An invoice line is not due. */
export const invoiceUnexpected: AuditRule = {
  code: 'invoice-unexpected',
  rule: 'R4',
  severity: 'error',
  name(found) {
    if (found.kind !== 'line' || found.due || !found.stated) return null;
    const actual = formatMoney(found.stated.amount, found.digits);
    return { expected: 'no line', actual, message: `No ${found.lineKind} line is due at this time.` };
  },
};
