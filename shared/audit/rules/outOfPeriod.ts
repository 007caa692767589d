import { formatInstant } from '../../calendar/instant.ts';
import type { AuditRule } from '../auditRule.ts';

/** A row or an invoice lies outside the period of the terms. */
export const outOfPeriod: AuditRule = {
  code: 'out-of-period',
  rule: 'R25',
  severity: 'error',
  name(found) {
    if (found.kind === 'place' && (found.order !== null || !Number.isNaN(found.seq))) return null;
    if (found.kind !== 'place' && (found.kind !== 'line' || found.inPeriod || !found.stated)) return null;
    const message = 'This lies outside the period that the terms cover.';
    if (found.kind === 'line')
      return { expected: 'an instant of the period', actual: formatInstant(found.at), message };
    const inside = found.at >= found.start && (found.isUse ? found.at < found.end : found.at <= found.end);
    if (inside) return null;
    const expected = `from ${formatInstant(found.start)} to before ${formatInstant(found.end)}`;
    return { expected, actual: formatInstant(found.at), message };
  },
};
