import type { AuditCase } from './auditCase.ts';
import type { Finding, FindingCode } from './finding.ts';

/** What a rule says of a case that it knows. `credits` is actual less expected, in nanocredits. */
export interface Named {
  readonly expected: string;
  readonly actual: string;
  readonly credits?: number;
  readonly message: string;
}

/** One thing that can be wrong, by its name. Rules see only what differs; the first in the list that knows a case names it. */
export interface AuditRule {
  readonly code: FindingCode;
  readonly rule: string;
  readonly severity: Finding['severity'];
  /** Null where the case is none of this rule's. */
  name(found: AuditCase): Named | null;
}
