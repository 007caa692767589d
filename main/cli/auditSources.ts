import { Worker } from 'node:worker_threads';
import type { ControlTotals } from '../../shared/audit/controlTotals.ts';
import type { AuditedFiles } from '../host/audit/auditFiles.ts';
import type { NamedFile } from '../host/audit/readText.ts';
import type { Ports } from '../platform/ports.ts';
import { plainText, table } from './plainText.ts';

type Role = 'terms' | 'ledger' | 'usage' | 'invoices' | 'map';

/** A file that was audited: its digest, and whether it was the same before and after. */
export interface AuditedSource {
  readonly role: Role;
  readonly name: string;
  readonly bytes: number;
  /** Null for a ledger in its folder, which its chain proves. */
  readonly sha256: string | null;
  /** Its size and time of change were the same when the audit was done as before it. */
  readonly unchanged: boolean;
  /** Counts and sums as it was read, and of its rows once they were audited; null for terms and maps. */
  readonly control: { readonly imported: ControlTotals; readonly audited: ControlTotals } | null;
}

/** Sources that are watched while they are audited. */
export interface WatchedSources {
  /** Call once the audit is done. */
  settle(audited: AuditedFiles): Promise<readonly AuditedSource[]>;
  /** Ends the watch where there was no audit. */
  stop(): Promise<void>;
}

/** Hashes files one after another, on a thread of its own, so that an audit does not wait for it. */
const hashing = `
const { workerData, parentPort } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const piece = Buffer.alloc(1 << 20);
parentPort.postMessage(workerData.map((path) => {
  try {
    const file = fs.openSync(path, 'r');
    const hash = createHash('sha256');
    for (let read; (read = fs.readSync(file, piece)) > 0; ) hash.update(piece.subarray(0, read));
    fs.closeSync(file);
    return hash.digest('hex');
  } catch {
    return null;
  }
}));
`;

/** Begins to watch and to hash the files of an audit. */
export async function watchSources(
  ports: Ports,
  files: Readonly<Record<Role, NamedFile | null>>,
): Promise<WatchedSources> {
  const roles = (Object.keys(files) as Role[]).filter((role) => files[role] !== null);
  const before = await Promise.all(roles.map((role) => markOf(ports, files[role]!)));
  const paths = roles.map((role, index) => (before[index]?.isFile ? files[role]!.absolute : ''));
  const worker = new Worker(hashing, { eval: true, workerData: paths });
  const hashed = new Promise<readonly (string | null)[]>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve(roles.map(() => null)));
  });
  return {
    async settle({ controls }) {
      const digests = await hashed;
      const after = await Promise.all(roles.map((role) => markOf(ports, files[role]!)));
      return roles.map((role, index) => ({
        role,
        name: files[role]!.shown,
        bytes: before[index]?.size ?? 0,
        sha256: digests[index] ?? null,
        unchanged: before[index] !== null && before[index]?.mark === after[index]?.mark,
        control: role === 'terms' || role === 'map' ? null : (controls[role] ?? null),
      }));
    },
    stop: async () => void (await worker.terminate()),
  };
}

async function markOf({ fs }: Ports, { absolute }: NamedFile) {
  try {
    const stat = await fs.stat(absolute);
    return { size: stat.size, isFile: stat.isFile(), mark: `${stat.size} ${stat.mtimeMs}` };
  } catch {
    return null;
  }
}

/** The sources as an auditor ties them: digests, counts and sums. */
export function sourcesText(sources: readonly AuditedSource[]): string {
  const rows = sources.map(({ role, name, bytes, sha256, unchanged, control }) => [
    role,
    name,
    String(bytes),
    control ? String(control.audited.rows) : '',
    sha256 ?? 'in its folder',
    unchanged ? 'unchanged' : 'CHANGED while it was audited',
  ]);
  const sums = sources.flatMap(({ role, control }) => (control ? [controlLine(role, control)] : []));
  const head = ['source', 'file', 'bytes', 'rows', 'sha256', 'since'];
  return `\n${plainText(table([head, ...rows], [2, 3]))}${sums.map((line) => `${plainText(line)}\n`).join('')}`;
}

function controlLine(role: Role, { imported, audited }: NonNullable<AuditedSource['control']>): string {
  const { first, last, sums } = imported;
  const span = first === null ? '' : `, ${first} to ${last ?? first}`;
  const same =
    JSON.stringify(imported) === JSON.stringify(audited) ? '; the same again once audited' : '; OTHER once audited';
  return `${role}: ${sums.map(({ title, rows, value }) => `${rows} ${title} ${value}`).join(', ')}${span}${same}`;
}
