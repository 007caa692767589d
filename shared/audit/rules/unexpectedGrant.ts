import { formatCredits } from '../../base/credits.ts';
import type { AuditRule } from '../auditRule.ts';

/** Included credits were granted that no cycle opens with. */
export const unexpectedGrant: AuditRule = {
  code: 'unexpected-grant',
  rule: 'R5',
  severity: 'error',
  name(found) {
    const asked = found.kind === 'entry' && found.entry === 'grant' && found.credits > found.due ? found.due : null;
    if (asked === null && !(found.kind === 'unasked' && found.entry === 'grant')) return null;
    const credits = found.kind === 'entry' || found.kind === 'unasked' ? found.credits : 0;
    const message = 'More included credits are granted than the terms give at this time.';
    return {
      expected: formatCredits(asked ?? 0),
      actual: formatCredits(credits),
      credits: credits - (asked ?? 0),
      message,
    };
  },
};
