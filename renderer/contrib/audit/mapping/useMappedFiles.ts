import { useEffect } from 'react';
import { useStore } from 'zustand';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { fileKey, sourceOf } from '../auditFile.ts';
import { freshAudit, type AuditChoice } from '../auditState.ts';
import { auditStore } from '../auditStore.ts';
import { applyMaps } from './applyMaps.ts';
import { mappedRoles, type MappedFile, type MappedRole } from './mappedFile.ts';
import { changeMappedFile, mappedFiles, setMappedFile } from './mappingStore.ts';

/** Reads each file that is chosen as an audit would, so that foreign ones are seen before anything is computed. */
export function useMappedFiles(path: string): void {
  const workbench = useWorkbench();
  const choice = useStore(auditStore, ({ byPath }) => byPath[path]?.choice) ?? freshAudit.choice;
  useEffect(() => {
    for (const role of mappedRoles) followFile(workbench, path, { role, choice });
  }, [workbench, path, choice]);
}

function followFile(
  workbench: Workbench,
  path: string,
  { role, choice }: { readonly role: MappedRole; readonly choice: AuditChoice },
): void {
  const known = mappedFiles(path)[role];
  const key = keyOf(role, choice);
  if (key === null) {
    if (known) setMappedFile(path, role, null);
    return;
  }
  if (known?.key === key) {
    // The map was taken out of the choice: the file needs one again.
    if (known.used && choice.map === null) changeMappedFile(path, known, { used: null, open: true });
    return;
  }
  const file: MappedFile = { role, key, draft: null, preview: null, failure: null, used: null, open: false };
  setMappedFile(path, role, file);
  void readFile(workbench, path, { file, choice });
}

/** Names what the reading of a file rests on; null where there is nothing to read. */
function keyOf(role: MappedRole, { [role]: file, map, terms }: AuditChoice): string | null {
  if (file === null || (file.kind === 'path' && file.path.endsWith('.ledger'))) return null;
  const byFile = map === null || map.kind === 'made' ? '' : fileKey(map);
  return `${fileKey(file)} ${byFile} ${terms ?? ''}`;
}

async function readFile(
  { rpc }: Workbench,
  path: string,
  { file, choice }: { readonly file: MappedFile; readonly choice: AuditChoice },
): Promise<void> {
  const { terms, map } = choice;
  const source = sourceOf(choice[file.role])!;
  const byFile = map === null || map.kind === 'made' ? null : sourceOf(map);
  try {
    const preview = await rpc('audit.preview', { source, role: file.role, mapping: null, map: byFile, terms });
    const fits = preview.fault === null && preview.refusedCount === 0;
    const known = preview.origin === 'given' || (preview.origin === 'remembered' && fits);
    const foreign = preview.origin !== 'own';
    changeMappedFile(path, file, { preview, used: known ? preview.mapping : null, open: foreign && !known });
    if (preview.origin === 'remembered' && known) applyMaps(path);
  } catch (error) {
    changeMappedFile(path, file, { failure: messageOf(error) });
  }
}
