import type { AuditMapping } from '../../../../shared/rpc/auditViews.ts';
import type { MappedRole } from './mappedFile.ts';

/** One map of all files of an audit, each with its own times and numbers; null where none is foreign. */
export function mergeMappings(parts: Readonly<Partial<Record<MappedRole, AuditMapping>>>): AuditMapping | null {
  const { ledger, usage, invoices } = parts;
  const first = ledger ?? usage ?? invoices;
  if (!first) return null;
  const { usage: _usage, invoices: _invoices, ...rest } = first;
  const meters = { ...ledger?.meters, ...usage?.meters };
  return {
    ...(ledger ? rest : { ...rest, columns: {} }),
    ...(Object.keys(meters).length > 0 ? { meters } : {}),
    ...(usage?.usage ? { usage: { ...usage.usage, ...formsOf(usage, usage.usage) } } : {}),
    ...(invoices?.invoices ? { invoices: { ...invoices.invoices, ...formsOf(invoices, invoices.invoices) } } : {}),
  };
}

type Part = NonNullable<AuditMapping['usage']> | NonNullable<AuditMapping['invoices']>;

/** How a part's times and numbers are written, said in the part itself. */
function formsOf(mapping: AuditMapping, part: Part): Pick<Part, 'time' | 'decimalComma' | 'thousands'> {
  const { time = mapping.time, decimalComma } = part;
  const { thousands } = decimalComma === undefined ? mapping : part;
  return {
    time,
    decimalComma: decimalComma ?? mapping.decimalComma,
    ...(thousands === undefined ? {} : { thousands }),
  };
}
