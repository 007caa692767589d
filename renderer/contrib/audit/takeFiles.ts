import type { Workbench } from '../../platform/workbench.ts';
import { uploadFile } from '../../platform/uploadFile.ts';
import { roles, type AuditFile, type Role } from './auditFile.ts';
import { auditAt, changeAudit } from './auditStore.ts';
import { roleOfText } from './roleOfText.ts';

const headBytes = 4096;

/** Takes files that were dropped or chosen, each in the role that its columns tell, or in the one that it was meant for. */
export async function takeFiles(
  workbench: Workbench,
  path: string,
  files: readonly File[],
  meant: Role | null = null,
): Promise<void> {
  const { notifications } = workbench;
  for (const file of files.slice(0, roles.length)) {
    try {
      await takeFile(workbench, path, file, meant);
    } catch (error) {
      notifications.failed(`Reading ${file.name}`, error);
    }
  }
  const left = files.length - roles.length;
  if (left > 0) notifications.show('warning', `An audit takes four files at most: ${left} more were left aside.`);
}

async function takeFile(
  { rpc, notifications }: Workbench,
  path: string,
  file: File,
  meant: Role | null,
): Promise<void> {
  const known = meant ?? roleOfText(await file.slice(0, headBytes).text());
  const signal = new AbortController().signal;
  const upload = await uploadFile(rpc, file, { signal, onProgress: () => undefined });
  const taken = { kind: 'upload', upload, name: file.name, bytes: file.size } as const satisfies AuditFile;
  const role = known ?? (await foreignRole(rpc, upload));
  const { added, choice } = auditAt(path);
  changeAudit(path, { added: [...added, taken], choice: { ...choice, [role]: taken } });
  notifications.announce(`${file.name} is taken as the ${role}.`);
}

/** What a foreign file most likely is; the user can say otherwise where its map is made. */
async function foreignRole(rpc: Workbench['rpc'], upload: string): Promise<Role> {
  const asked = { source: { upload }, role: null, mapping: null, map: null, terms: null };
  return (await rpc('audit.preview', asked)).role;
}
