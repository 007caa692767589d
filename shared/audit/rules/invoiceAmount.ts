import { formatMoney } from '../../base/money.ts';
import type { AuditRule } from '../auditRule.ts';

/** An invoice line has other credits, another price or another amount than is due. */
export const invoiceAmount: AuditRule = {
  code: 'invoice-amount',
  rule: 'R24',
  severity: 'error',
  name(found) {
    if (found.kind !== 'line' || !found.stated || !found.due) return null;
    const expected = formatMoney(found.due.amount, found.digits);
    const actual = formatMoney(found.stated.amount, found.digits);
    const credits = (found.stated.credits ?? 0) - (found.due.credits ?? 0);
    const price =
      found.stated.unitPrice === found.due.unitPrice ? '' : ` at ${found.due.unitPrice}, not ${found.stated.unitPrice}`;
    const message = `The ${found.lineKind} line comes to ${expected}${price}; it states ${actual}.`;
    return { expected, actual, credits, message };
  },
};
