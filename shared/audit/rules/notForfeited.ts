import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

const message = 'What was left of the included credits is forfeited when a plan is left at once; no row shows that.';

/** Included credits were kept where a plan was broken off. */
export const notForfeited: AuditRule = {
  code: 'not-forfeited',
  rule: 'R7',
  severity: 'error',
  name(found) {
    if (found.kind === 'entry' && found.rolledOver > 0 && found.lapse === 'forfeit') {
      const actual = formatCredits(found.after.included);
      return { expected: formatCredits(found.due), actual, credits: found.rolledOver, message };
    }
    if (found.kind !== 'unmet' || found.duty.kind !== 'lapse' || found.duty.as !== 'forfeit') return null;
    return { expected: '0', actual: formatCredits(found.credits), credits: found.credits, message };
  },
};
