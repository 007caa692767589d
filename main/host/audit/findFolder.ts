import * as nodePath from 'node:path';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { Ports } from '../../platform/ports.ts';
import { findLedger, type LedgerFolder } from '../../store/ledgerFolder.ts';
import { verifyLedger } from '../../store/ledgerVerifier.ts';
import { describeStoreError } from '../../store/storeError.ts';
import { openWorkspace } from '../../store/workspace.ts';
import { badInput, type AuditFault, type NamedFile } from './readText.ts';

/** A ledger in its folder. */
export interface FoundFolder {
  readonly folder: LedgerFolder;
  /** Verifies its chain, against a head that was kept from earlier. */
  verify(head: string | null): ReturnType<typeof verifyLedger>;
}

/** Finds a ledger's folder, which need not be in an open workspace. */
export async function findFolder(
  ports: Ports,
  { absolute, shown }: NamedFile,
): Promise<Result<FoundFolder, AuditFault>> {
  const real = await ports.fs.realpath(absolute);
  const opened = await openWorkspace(nodePath.dirname(real), ports, { access: 'read' });
  if (!opened.ok) return badInput(describeStoreError(opened.error));
  const name = nodePath.basename(real);
  if (!(await isLedger(ports, real))) return badInput(`${shown} is a folder, and no ledger: there are no rows in it.`);
  const folder = await findLedger(opened.value, name);
  return ok({ folder, verify: (head) => verifyLedger(opened.value, name, head) });
}

/** Whether a folder has something of a ledger in it: one of which the manifest is gone is told by its rows. */
async function isLedger({ fs }: Ports, folder: string): Promise<boolean> {
  const entries = await fs.readFolder(folder);
  return entries.some(({ name }) => name === 'manifest.json' || /^rows-\d+\.ndjson$/.test(name));
}
