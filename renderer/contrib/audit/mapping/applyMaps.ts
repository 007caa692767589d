import type { AuditMapping } from '../../../../shared/rpc/auditViews.ts';
import { auditAt, changeAudit } from '../auditStore.ts';
import { mappedRoles, type MappedRole } from './mappedFile.ts';
import { mappedFiles } from './mappingStore.ts';
import { mergeMappings } from './mergeMappings.ts';

/** Puts the maps of all files that have one to use in the audit. Files that are not foreign need none. */
export function applyMaps(path: string): void {
  const files = mappedFiles(path);
  const parts: Partial<Record<MappedRole, AuditMapping>> = {};
  for (const role of mappedRoles) {
    const used = files[role]?.used;
    if (used) parts[role] = used;
  }
  const mapping = mergeMappings(parts);
  changeAudit(path, { choice: { ...auditAt(path).choice, map: mapping && { kind: 'made', mapping } } });
}
