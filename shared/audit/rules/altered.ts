import type { AuditRule } from '../auditRule.ts';

/** The chain of hashes is broken. */
export const altered: AuditRule = {
  code: 'hash',
  rule: 'chain',
  severity: 'error',
  name(found) {
    if (found.kind !== 'chain' || (found.status !== 'altered' && found.status !== 'damaged')) return null;
    return { expected: 'an unbroken chain', actual: found.status, message: found.found };
  },
};
