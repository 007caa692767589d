import type { AuditTerms } from '../../../shared/audit/terms.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { readInvoiceLines } from '../../../shared/interchange/importers/invoiceLines.ts';
import type { Ports } from '../../platform/ports.ts';
import { documentLimit } from '../../store/limits.ts';
import { threadsFor, type Where } from '../threads/whereItFits.ts';
import { AuditCancelled } from './auditCancelled.ts';
import { ofFile } from './auditFailure.ts';
import { badInput, readWhole, type AuditedFile } from './readText.ts';

/** Reads invoice lines, in our own form or by a map. Throws where nobody waits for them any more. */
export async function readInvoices(
  ports: Ports,
  file: AuditedFile,
  { terms, mapping, ...where }: Where & { readonly terms: AuditTerms; readonly mapping: AuditMapping | null },
) {
  const text = await readWhole(ports, file, documentLimit);
  if (!text.ok) return ofFile(text.error);
  const threads = threadsFor(text.value, where);
  const { zone } = terms.scenario;
  const { minorDigits } = terms.program;
  const read = threads
    ? await threads.invoices({ text: text.value, zone: zone.id, minorDigits, mapping }, where.signal)
    : readInvoiceLines(text.value, { zone, minorDigits }, mapping);
  if (!read) throw new AuditCancelled();
  if (read.ok) return read;
  const refused = badInput(`${file.shown}: ${read.error}`);
  return refused.ok ? refused : ofFile(refused.error);
}
