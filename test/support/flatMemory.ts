import type { ImportSource } from '../../main/host/import/importSource.ts';
import { previewImport } from '../../main/host/import/previewImport.ts';
import { runImport } from '../../main/host/import/runImport.ts';

const encoder = new TextEncoder();

/** A CSV of at least that many bytes, made as it is read: `at,tokens,note` at one row a second. */
export function generatedCsv(bytes: number): ImportSource & { readonly rows: number } {
  const block = (from: number, count: number): Uint8Array => {
    let text = '';
    for (let row = from; row < from + count; row++) {
      text += `${new Date(1_700_000_000_000 + row * 1000).toISOString()},${row % 1000},"a, note ""${row % 7}"""\n`;
    }
    return encoder.encode(text);
  };
  const header = encoder.encode('at,tokens,note\n');
  const blockRows = 1000;
  const size = block(0, blockRows).length;
  const blocks = Math.ceil(bytes / size);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield header;
    for (let at = 0; at < blocks; at++) yield block(at * blockRows, blockRows);
  }
  return {
    name: 'generated.csv',
    bytes: header.length + blocks * size,
    rows: blocks * blockRows,
    chunks,
    copy: () => Promise.reject(new Error('a CSV needs no copy')),
  };
}

/** Previews and imports a source, throwing the output away, and gives the most heap in use meanwhile, in bytes, over that before. */
export async function heapGrowth(source: ImportSource): Promise<{ readonly growth: number; readonly rows: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let batches = 0;
  const watch = () => {
    if (++batches % 200 !== 0) return;
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  };
  const wish = { mapping: null, timeZone: 'UTC', watch };
  const previewed = await previewImport(source, wish);
  const ran = await runImport(source, { ...wish, into: 'usage/x.csv', acceptRefused: false }, throwAway);
  if (!previewed.ok || !ran.ok) throw new Error('the generated file was refused');
  return { growth: most - before, rows: ran.value.counts.taken };
}

const throwAway = {
  async write(path: string, chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) if (chunk.length === 0) throw new Error('an empty piece');
    return { ok: true, value: { path, sha256: '' } } as const;
  },
  hasRoomFor: async () => ({ ok: true, value: null }) as const,
  note: async () => ({ ok: true, value: null }) as const,
};
