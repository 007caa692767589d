import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { AuditSourceView } from '../../../shared/rpc/auditViews.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { sha256Bytes } from '../../platform/sha256.ts';
import { attempt } from '../../store/attempt.ts';
import { findLedger, type LedgerFolder } from '../../store/ledgerFolder.ts';
import { locate } from '../../store/locate.ts';
import type { Upload } from '../../store/upload.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import { openFileSource } from '../import/fileSource.ts';
import { uploadSource } from '../import/uploadSource.ts';
import { seenFile, type SeenFile } from './auditSource.ts';
import type { AuditedFile } from './readText.ts';

export type Role = AuditSourceView['role'];

/** A source of an audit, open for reading: what to read, and what was seen of it. */
export interface OpenSource {
  readonly role: Role;
  readonly file: AuditedFile;
  readonly bytes: number;
  digest(): Pick<AuditSourceView, 'sha256' | 'head'>;
  /** The same, read again from where it lies; null where it is not there any more. */
  again(): Promise<string | null>;
}

/** What opening takes: where files lie, and who is told how far they are read. */
export interface OpenContext {
  readonly workspace: Workspace;
  readonly uploads: { find(id: string): Result<Upload, RpcError> };
  readonly tell: (step: string, part: number | null) => void;
  readonly check: () => void;
}

type Wanted = RpcParams<'audit.run'>;

const titles: Readonly<Record<Role, string>> = {
  terms: 'terms',
  ledger: 'ledger',
  usage: 'usage record',
  invoices: 'invoices',
  map: 'map',
};

/** Opens the sources of an audit; the first that cannot be opened refuses it. */
export async function openAudit(
  wanted: Wanted,
  context: OpenContext,
): Promise<Result<readonly OpenSource[], RpcError>> {
  const named = { ...wanted, terms: { path: wanted.terms } };
  const sources: OpenSource[] = [];
  for (const role of ['terms', 'ledger', 'usage', 'invoices', 'map'] as const) {
    const source = named[role];
    if (!source) continue;
    const opened = 'mapping' in source ? ok(writtenSource(source.mapping)) : await openSource(role, source, context);
    if (!opened.ok) return opened;
    sources.push(opened.value);
  }
  return ok(sources);
}

async function openSource(
  role: Role,
  wanted: NonNullable<Wanted['ledger']>,
  context: OpenContext,
): Promise<Result<OpenSource, RpcError>> {
  const { workspace, uploads } = context;
  if ('upload' in wanted) {
    const upload = uploads.find(wanted.upload);
    return upload.ok ? ok(fileSource(role, seen(role, uploadSource(workspace.ports, upload.value), context))) : upload;
  }
  const { path } = wanted;
  const located = fromStore(await attempt(path, () => locate(workspace, path)));
  if (!located.ok) return located;
  const { absolute, stat } = located.value;
  if (!stat.isDirectory()) {
    const source = fromStore(await openFileSource(workspace.ports, { absolute, shown: path }));
    return source.ok ? ok(fileSource(role, seen(role, { ...source.value, name: path }, context))) : source;
  }
  if (role !== 'ledger')
    return err({ code: 'not-a-file', message: `${path} is a folder, and no ${titles[role]}.`, path });
  const folder = fromStore(await attempt(path, () => findLedger(workspace, path)));
  return folder.ok ? ok(ledgerSource(folder.value, context)) : folder;
}

/** A map that was made in the workbench, as the file that it would be. */
function writtenSource(mapping: AuditMapping): OpenSource {
  const bytes = mapBytes(mapping);
  async function* chunks() {
    yield bytes;
  }
  const file = { shown: madeMap, bytes: bytes.length, chunks };
  return {
    role: 'map',
    file,
    bytes: bytes.length,
    digest: () => ({ sha256: sha256Bytes(bytes), head: null }),
    again: async () => sha256Bytes(bytes),
  };
}

/** What a map is called that was made in the workbench and not saved. */
export const madeMap = 'map.json';

/** A map as the bytes of its file. */
export function mapBytes(mapping: AuditMapping): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(mapping, null, 2)}\n`);
}

function seen(role: Role, source: Parameters<typeof seenFile>[0], { tell, check }: OpenContext): SeenFile {
  const total = Math.max(1, source.bytes);
  return seenFile(source, { check, onRead: (bytes) => tell(`Reading the ${titles[role]}`, bytes / total) });
}

function fileSource(role: Role, { file, sha256, again }: SeenFile): OpenSource {
  return { role, file, bytes: file.bytes, digest: () => ({ sha256: sha256(), head: null }), again };
}

/** A ledger in its folder is named by the head of its chain. */
function ledgerSource(
  { absolute, shown, manifest, segments }: LedgerFolder,
  { tell, workspace }: OpenContext,
): OpenSource {
  tell('Reading and verifying the ledger', null);
  const file = { absolute, shown };
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  const again = async () => {
    const now = await attempt(shown, () => findLedger(workspace, shown));
    return now.ok ? (now.value.manifest?.head ?? null) : null;
  };
  return { role: 'ledger', file, bytes, digest: () => ({ sha256: null, head: manifest?.head ?? null }), again };
}
