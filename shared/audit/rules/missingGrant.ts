import { formatCredits } from '../../base/credits.ts';
import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** A cycle opened without its grant, or with less. */
export const missingGrant: AuditRule = {
  code: 'missing-grant',
  rule: 'R5',
  severity: 'error',
  name(found) {
    if (found.kind === 'unmet' && found.duty.kind === 'grant') {
      const expected = formatCredits(found.credits);
      const message = `A cycle opens at ${formatInstant(found.duty.at)} with ${expected} included credits; no row grants them.`;
      return { expected, actual: '0', credits: -found.credits, message };
    }
    if (found.kind !== 'entry' || found.entry !== 'grant' || found.credits >= found.due) return null;
    const expected = formatCredits(found.due);
    const actual = formatCredits(found.credits);
    const message = `The cycle opens with ${expected} included credits; the row grants ${actual}.`;
    return { expected, actual, credits: found.credits - found.due, message };
  },
};
