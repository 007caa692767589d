import type { RpcCall } from '../../../shared/rpc/table.ts';
import type { OpenDocument } from '../../platform/documents.ts';

/** Unsaved work as kept by the host: the text, and the version on disk that it came from. */
export interface Backup {
  readonly path: string;
  readonly text: string;
  readonly sha256: string | null;
}

const format = 'drawdown-backup-1';
const pieceChars = 90_000;

/** Keeps the texts of all unsaved documents. The head is written last, so that a half-written copy is never read. */
export async function writeBackups(rpc: RpcCall, documents: readonly OpenDocument[], side: 'a' | 'b'): Promise<void> {
  const kept: Backup[] = documents
    .filter((document) => document.dirty)
    .map(({ path, text, sha256 }) => ({ path, text, sha256 }));
  const text = JSON.stringify(kept);
  const parts = kept.length === 0 ? 0 : Math.ceil(text.length / pieceChars);
  for (let part = 0; part < parts; part++) {
    const value = text.slice(part * pieceChars, (part + 1) * pieceChars);
    await rpc('state.set', { key: `backup.${side}.${part}`, value });
  }
  await rpc('state.set', { key: 'backup', value: JSON.stringify({ format, side, parts, chars: text.length }) });
}

/** The unsaved work that was kept; nothing where it is damaged. */
export async function readBackups(rpc: RpcCall): Promise<readonly Backup[]> {
  const head = JSON.parse((await rpc('state.get', { key: 'backup' })) ?? 'null') as {
    format: string;
    side: string;
    parts: number;
    chars: number;
  } | null;
  if (head?.format !== format || head.parts === 0) return [];
  let text = '';
  for (let part = 0; part < head.parts; part++)
    text += (await rpc('state.get', { key: `backup.${head.side}.${part}` })) ?? '';
  return text.length === head.chars ? (JSON.parse(text) as Backup[]) : [];
}
