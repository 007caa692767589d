import { ok, type Result } from '../../../shared/base/result.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { longestMap, readAuditMap } from '../../../shared/interchange/importers/readAuditMap.ts';
import type { Ports } from '../../platform/ports.ts';
import { badInput, readWhole, type AuditedFile, type AuditFault } from './readText.ts';

/** Reads the map of a foreign export. One that cannot be used is refused before anything is computed. */
export async function readMapping(ports: Ports, file: AuditedFile): Promise<Result<AuditMapping, AuditFault>> {
  const text = await readWhole(ports, file, longestMap);
  if (!text.ok) return text;
  const mapping = readAuditMap(text.value);
  return mapping.ok ? ok(mapping.value) : badInput(`${file.shown} ${mapping.error}`);
}
