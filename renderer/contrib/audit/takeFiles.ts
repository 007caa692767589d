import type { Workbench } from '../../platform/workbench.ts';
import { uploadFile } from '../../platform/uploadFile.ts';
import { roles, type AuditFile, type Role } from './auditFile.ts';
import { auditAt, changeAudit } from './auditStore.ts';
import { roleOfText } from './roleOfText.ts';

const headBytes = 4096;

const foreign = (name: string): string =>
  `The columns of ${name} are foreign: choose it as ledger, usage record or invoices, together with a map that says what they mean.`;

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
      const signal = new AbortController().signal;
      const upload = await uploadFile(rpc, file, { signal, onProgress: () => undefined });
      const taken = { kind: 'upload', upload, name: file.name, bytes: file.size } as const satisfies AuditFile;
      const { added, choice } = auditAt(path);
      changeAudit(path, { added: [...added, taken], choice: role === null ? choice : { ...choice, [role]: taken } });
      if (role !== null) notifications.announce(`${file.name} is taken as the ${role}.`);
      else notifications.show('info', foreign(file.name));
    } catch (error) {
      notifications.failed(`Reading ${file.name}`, error);
    }
  }
}
