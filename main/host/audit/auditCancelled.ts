/** Nobody waits for the audit any more. */
export class AuditCancelled extends Error {
  override name = 'AuditCancelled';
}
