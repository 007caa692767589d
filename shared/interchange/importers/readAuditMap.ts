import { defaultJsonLimits } from '../../base/jsonText.ts';
import { err, type Result } from '../../base/result.ts';
import { strictJson } from '../../base/strictJson.ts';
import { auditMapping, type AuditMapping } from '../auditMapping.ts';
import { mappingFault } from './mappedLedger.ts';

/** The longest text of a map, in UTF-16 units. */
export const longestMap = 1_000_000;

/** Reads the map of a foreign export, or says in words, to stand after the name of its file, why it cannot be used. */
export function readAuditMap(text: string): Result<AuditMapping, string> {
  const json = strictJson(text, { ...defaultJsonLimits, length: longestMap });
  if (!json.ok) return err(`is not JSON that can be read: ${json.error}`);
  const read = auditMapping.safeParse(json.value);
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`);
    return err(`is no map of an export: ${issues.join('; ')}`);
  }
  const fault = mappingFault(read.data);
  return fault === null ? { ok: true, value: read.data } : err(`cannot be used: ${fault}`);
}
