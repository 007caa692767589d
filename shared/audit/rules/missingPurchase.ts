import { formatCredits } from '../../base/credits.ts';
import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** A purchase of the terms is not in the ledger. */
export const missingPurchase: AuditRule = {
  code: 'missing-purchase',
  rule: 'R8',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unmet' || found.duty.kind !== 'purchase') return null;
    const expected = formatCredits(found.credits);
    const message = `${expected} prepaid credits (${found.duty.id}) were bought at ${formatInstant(found.duty.at)}; no row shows them.`;
    return { expected, actual: '0', credits: -found.credits, message };
  },
};
