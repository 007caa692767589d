import type { Workbench } from '../../platform/workbench.ts';
import { uploadFile } from '../../platform/uploadFile.ts';
import { roles, type AuditFile, type Role } from './auditFile.ts';
import { auditAt, changeAudit } from './auditStore.ts';
import { roleOfText } from './roleOfText.ts';

const headBytes = 4096;

/** Takes files that were dropped or chosen, each in the role that its columns tell, or in the one that it was meant for. */
export async function takeFiles(
  { rpc, notifications }: Workbench,
  path: string,
  files: readonly File[],
  meant: Role | null = null,
): Promise<void> {
  for (const file of files.slice(0, roles.length)) {
    try {
      const role = meant ?? roleOfText(await file.slice(0, headBytes).text());
      if (role === null) {
        notifications.show('warning', `${file.name} has no columns of a ledger, a usage record or invoices.`);
        continue;
      }
      const signal = new AbortController().signal;
      const upload = await uploadFile(rpc, file, { signal, onProgress: () => undefined });
      const taken = { kind: 'upload', upload, name: file.name, bytes: file.size } as const satisfies AuditFile;
      const { added, choice } = auditAt(path);
      changeAudit(path, { added: [...added, taken], choice: { ...choice, [role]: taken } });
      notifications.announce(`${file.name} is taken as the ${role}.`);
    } catch (error) {
      notifications.failed(`Reading ${file.name}`, error);
    }
  }
}
