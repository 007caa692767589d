import type { Result } from '../../../shared/base/result.ts';
import { ok } from '../../../shared/base/result.ts';
import { auditMapping, type AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { mappingFault } from '../../../shared/interchange/importers/mappedLedger.ts';
import type { Ports } from '../../platform/ports.ts';
import { badInput, readText, type AuditedFile, type AuditFault } from './readText.ts';

/** Reads the map of a foreign export. One that cannot be used is refused before anything is computed. */
export async function readMapping(ports: Ports, file: AuditedFile): Promise<Result<AuditMapping, AuditFault>> {
  let text = '';
  const read = await readText(ports, file, (piece) => {
    text += piece;
  });
  if (!read.ok) return read;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return badInput(`${file.shown} is not JSON.`);
  }
  const mapping = auditMapping.safeParse(value);
  if (!mapping.success) {
    const issues = mapping.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`);
    return badInput(`${file.shown} is no map of an export: ${issues.join('; ')}`);
  }
  const fault = mappingFault(mapping.data);
  return fault === null ? ok(mapping.data) : badInput(`${file.shown} cannot be used: ${fault}`);
}
