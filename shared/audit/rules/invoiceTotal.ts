import { formatMoney } from '../../base/money.ts';
import type { AuditRule } from '../auditRule.ts';

/** An invoice does not add up to its lines, or holds other lines than it should. */
export const invoiceTotal: AuditRule = {
  code: 'invoice-total',
  rule: 'R24',
  severity: 'error',
  name(found) {
    if (found.kind !== 'total') return null;
    const expected = formatMoney(found.due, found.digits);
    const actual = formatMoney(found.stated, found.digits);
    return { expected, actual, message: `Invoice ${found.invoice} comes to ${expected}; it has ${actual}.` };
  },
};
