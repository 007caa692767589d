import type { AuditTerms } from '../../../shared/audit/terms.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { readInvoiceLines } from '../../../shared/interchange/importers/invoiceLines.ts';
import type { Ports } from '../../platform/ports.ts';
import { ofFile } from './auditFailure.ts';
import { badInput, readWhole, type AuditedFile } from './readText.ts';

/** Bytes of invoice lines that are audited at once. */
const mostInvoices = 100_000_000;

/** Reads invoice lines, in our own form or by a map. */
export async function readInvoices(
  ports: Ports,
  file: AuditedFile,
  { scenario: { zone }, program: { minorDigits } }: AuditTerms,
  mapping: AuditMapping | null,
) {
  const text = await readWhole(ports, file, mostInvoices);
  if (!text.ok) return ofFile(text.error);
  const read = readInvoiceLines(text.value, { zone, minorDigits }, mapping);
  if (read.ok) return read;
  const refused = badInput(`${file.shown}: ${read.error}`);
  return refused.ok ? refused : ofFile(refused.error);
}
