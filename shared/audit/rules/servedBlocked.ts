import { splitText, servedOf } from '../splitText.ts';
import type { AuditRule } from '../auditRule.ts';

/** Usage was blocked that could be served. */
export const servedBlocked: AuditRule = {
  code: 'served-blocked',
  rule: 'R21',
  severity: 'error',
  name(found) {
    if (found.kind !== 'use' || found.stated.blocked <= found.due.blocked) return null;
    if (servedOf(found.stated) + found.stated.blocked !== found.credits) return null;
    const message = 'This was blocked, and there were credits to serve it.';
    const credits = servedOf(found.stated) - servedOf(found.due);
    return { expected: splitText(found.due), actual: splitText(found.stated), credits, message };
  },
};
