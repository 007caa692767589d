import type { AuditRule } from '../auditRule.ts';

/** The chain of hashes was computed anew. */
export const rechained: AuditRule = {
  code: 'rechained',
  rule: 'chain',
  severity: 'error',
  name(found) {
    if (found.kind !== 'chain' || found.status !== 'rechained') return null;
    return { expected: 'the head that was kept', actual: found.status, message: found.found };
  },
};
