import type { AuditMapping } from '../../../../shared/rpc/auditViews.ts';
import type { MappedRole } from './mappedFile.ts';
import { formsOf } from './mappingEdit.ts';

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
    ...(usage?.usage ? { usage: { ...usage.usage, ...formsOf(usage, 'usage') } } : {}),
    ...(invoices?.invoices ? { invoices: { ...invoices.invoices, ...formsOf(invoices, 'invoices') } } : {}),
  };
}
