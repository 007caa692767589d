import { formatCredits } from '../../base/credits.ts';
import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** An adjustment of the terms is not in the ledger. */
export const missingAdjustment: AuditRule = {
  code: 'missing-adjustment',
  rule: 'R26',
  severity: 'error',
  name(found) {
    if (found.kind !== 'unmet' || found.duty.kind !== 'adjust') return null;
    const expected = formatCredits(found.credits);
    const message = `The terms adjust ${found.duty.bucket} credits by ${expected} at ${formatInstant(found.duty.at)}; no row shows it.`;
    return { expected, actual: '0', credits: -found.credits, message };
  },
};
