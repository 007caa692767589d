import type { AuditRule } from '../auditRule.ts';

/** Row numbers have gaps or repeat. */
export const sequence: AuditRule = {
  code: 'sequence',
  rule: 'format',
  severity: 'error',
  name(found) {
    if (found.kind !== 'place' || Number.isNaN(found.seq) || found.seq === found.expectedSeq) return null;
    const expected = String(found.expectedSeq);
    const actual = String(found.seq);
    return { expected, actual, message: `Row ${expected} was expected, and row ${actual} stands there.` };
  },
};
