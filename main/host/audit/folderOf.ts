import type { Ports } from '../../platform/ports.ts';
import type { AuditedFile, NamedFile } from './readText.ts';

/** The ledger's folder, where that is what was named. */
export async function folderOf(ports: Ports, file: AuditedFile): Promise<NamedFile | null> {
  if ('chunks' in file) return null;
  const stat = await ports.fs.stat(file.absolute).catch(() => null);
  return stat?.isDirectory() ? file : null;
}
