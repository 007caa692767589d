import type { RpcCall } from '../../../shared/rpc/table.ts';
import type { OpenDocument } from '../../platform/documents.ts';

/** Unsaved work as kept by the host: the text, and the version on disk that it came from. */
export interface Backup {
  readonly path: string;
  readonly text: string;
  readonly sha256: string | null;
}

/** Says which of two copies is the whole one, and how long it is. */
interface Head {
  readonly format: string;
  readonly side: 'a' | 'b';
  readonly parts: number;
  readonly chars: number;
}

const format = 'drawdown-backup-1';
const pieceChars = 90_000;

/** Keeps the texts of all unsaved documents beside the copy before; the head is written last, so that none is read half. */
export async function writeBackups(rpc: RpcCall, documents: readonly OpenDocument[]): Promise<void> {
  const kept: Backup[] = documents
    .filter((document) => document.dirty)
    .map(({ path, text, sha256 }) => ({ path, text, sha256 }));
  const side = (await readHead(rpc))?.side === 'a' ? 'b' : 'a';
  const text = JSON.stringify(kept);
  const parts = kept.length === 0 ? 0 : Math.ceil(text.length / pieceChars);
  for (let part = 0; part < parts; part++) {
    const value = text.slice(part * pieceChars, (part + 1) * pieceChars);
    await rpc('state.set', { key: `backup.${side}.${part}`, value });
  }
  const head: Head = { format, side, parts, chars: text.length };
  await rpc('state.set', { key: 'backup', value: JSON.stringify(head) });
}

/** The unsaved work that was kept; nothing where it is damaged. */
export async function readBackups(rpc: RpcCall): Promise<readonly Backup[]> {
  const head = await readHead(rpc);
  if (!head || head.parts === 0) return [];
  let text = '';
  for (let part = 0; part < head.parts; part++)
    text += (await rpc('state.get', { key: `backup.${head.side}.${part}` })) ?? '';
  return text.length === head.chars ? (JSON.parse(text) as Backup[]) : [];
}

async function readHead(rpc: RpcCall): Promise<Head | null> {
  const head = JSON.parse((await rpc('state.get', { key: 'backup' })) ?? 'null') as Head | null;
  return head?.format === format ? head : null;
}
