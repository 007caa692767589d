import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** A row is earlier than the row before it. */
export const timeOrder: AuditRule = {
  code: 'time-order',
  rule: 'R3',
  severity: 'error',
  name(found) {
    if (found.kind !== 'place' || found.order === null) return null;
    const bound = found.order === 'early' ? 'at or after' : 'at or before';
    const expected = `${bound} ${formatInstant(found.beside)}`;
    return { expected, actual: formatInstant(found.at), message: 'The row is out of time order.' };
  },
};
