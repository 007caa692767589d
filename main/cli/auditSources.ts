import { createHash } from 'node:crypto';
import type { ControlTotals } from '../../shared/audit/controlTotals.ts';
import type { AuditedFiles } from '../host/audit/auditedFiles.ts';
import type { NamedFile } from '../host/audit/readText.ts';
import type { Ports } from '../platform/ports.ts';
import { readChunks } from '../store/readBytes.ts';
import type { SharedBlocks } from '../workers/sharedBlocks.ts';
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
  stop(): void;
}

/** Begins to watch and to hash the files of an audit. Of a ledger that is read `ahead` the bytes are hashed as they come. */
export async function watchSources(
  ports: Ports,
  files: Readonly<Record<Role, NamedFile | null>>,
  ahead: Promise<SharedBlocks | null> | null,
): Promise<WatchedSources> {
  const roles = (Object.keys(files) as Role[]).filter((role) => files[role] !== null);
  const before = await Promise.all(roles.map((role) => markOf(ports, files[role]!)));
  const isOver = new AbortController();
  // An audit that waits for its rows leaves time for this.
  const hashed = Promise.all(
    roles.map(async (role) => {
      const passed = role === 'ledger' ? await (await ahead)?.sha256 : null;
      return passed ?? digestOf(ports, files[role]!, isOver.signal);
    }),
  );
  return {
    async settle({ controls }) {
      // Nobody waits for the digest of rows that were not used up.
      await (await ahead)?.close();
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
    stop: () => isOver.abort(),
  };
}

/** Null where it is no ordinary file, or cannot be read. */
async function digestOf({ fs }: Ports, { absolute, shown }: NamedFile, isOver: AbortSignal): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    for await (const piece of readChunks(fs, { absolute: await fs.realpath(absolute), shown })) {
      if (isOver.aborted) return null;
      hash.update(piece);
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
}

async function markOf({ fs }: Ports, { absolute }: NamedFile) {
  try {
    const stat = await fs.stat(absolute);
    return { size: stat.size, mark: `${stat.size} ${stat.mtimeMs}` };
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
