import { ok, type Result } from '../../../shared/base/result.ts';
import type { JsonValue } from '../../../shared/base/canonicalJson.ts';
import { ImportStop, type ImportFault } from '../../../shared/interchange/importers/importFault.ts';
import { makeTally, type Tally } from '../../../shared/interchange/importers/tally.ts';
import { usageHeader, usageLine, type UsageShape } from '../../../shared/interchange/importers/usageText.ts';
import type { ImportCounts, ImportMapping } from '../../../shared/interchange/mapping.ts';
import type { ImportReport } from '../../../shared/rpc/views.ts';
import { StoreFailure, type StoreError } from '../../store/storeError.ts';
import { attemptImport, type ImportRefusal } from './attemptImport.ts';
import type { ImportSource } from './importSource.ts';
import { openImport, type ImportWish, type OpenImport } from './openImport.ts';
import { previewKeeps } from './previewImport.ts';

/** Where an import goes. Files are written whole or not at all, and never over another one. */
export interface ImportTarget {
  /** Whether such a note would be taken. */
  hasRoomFor(note: JsonValue): Promise<Result<unknown, StoreError>>;
  write(
    path: string,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ readonly path: string; readonly sha256: string }, StoreError>>;
  /** Notes an import in the workspace's history. */
  note(note: JsonValue): Promise<Result<unknown, StoreError>>;
}

/** What to import and how. */
export interface ImportOrder extends ImportWish {
  /** Path of the usage file in the workspace. */
  readonly into: string;
  /** Takes the good rows although others were refused. */
  readonly acceptRefused: boolean;
  /** Refused rows that the report lists. */
  readonly refusedListed?: number;
}

/**
 * Writes the usage file in one pass over the source and notes it in the history: name and hash of the source, mapping,
 * counts, file. Where a row is refused, and that is not accepted, or the history has no room, nothing is written.
 */
export function runImport(
  source: ImportSource,
  order: ImportOrder,
  target: ImportTarget,
): Promise<Result<ImportReport & { readonly mapping: ImportMapping }, ImportRefusal>> {
  return attemptImport(source.name, async () => {
    const opened = await (order.open ?? openImport)(source, order);
    if (!opened.ok) return opened;
    try {
      const tally = makeTally({ rows: 0, refused: order.refusedListed ?? previewKeeps.refused });
      const { mapping, sha256 } = opened.value;
      const noteOf = (digest: string, file: ImportNote['file']) =>
        importNote({
          of: { name: source.name, bytes: source.bytes, sha256: digest },
          mapping,
          counts: tally.counts(),
          file,
        });
      // A file that its history cannot tell of must not be there.
      mustStore(await target.hasRoomFor(noteOf(anyDigest, { path: order.into, sha256: anyDigest })));
      const written = mustStore(await target.write(order.into, usageChunks(opened.value, { tally, ...order })));
      const counts = tally.counts();
      const { path } = written;
      mustStore(await target.note(noteOf(sha256(), { path, sha256: written.sha256 })));
      return ok({ path, sha256: written.sha256, counts, refused: tally.refused, mapping });
    } finally {
      await opened.value.close();
    }
  });
}

/** The bytes of the usage file. Ends by throwing where the rows must not be kept, which leaves no file behind. */
async function* usageChunks(
  { batches, mapping }: OpenImport,
  { tally, acceptRefused, watch }: Pick<ImportOrder, 'acceptRefused' | 'watch'> & { readonly tally: Tally },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const of = mapping.format === 'csv' && mapping.quantity.kind === 'credits' ? 'credits' : 'meters';
  let shape: UsageShape | null = null;
  for await (const batch of batches) {
    tally.add(batch);
    watch?.(batch);
    if (batch.rows.length === 0) continue;
    let text = '';
    if (shape === null) text = usageHeader((shape = { of, free: batch.free }));
    for (const row of batch.rows) text += usageLine(row, shape);
    yield encoder.encode(text);
  }
  const fault = whyNot(tally.counts(), acceptRefused);
  if (fault) throw new ImportStop(fault);
}

function whyNot(counts: ImportCounts, acceptRefused: boolean): ImportFault | null {
  const { read, taken, refused, excluded } = counts;
  if (read === 0) return { code: 'no-data' };
  if (refused > 0 && !acceptRefused) return { code: 'rows-refused', refused, taken };
  return taken === 0 ? { code: 'nothing-taken', refused, excluded } : null;
}

const anyDigest = '0'.repeat(64);

interface ImportNote {
  readonly of: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly mapping: ImportMapping;
  readonly counts: ImportCounts;
  readonly file: { readonly path: string; readonly sha256: string };
}

/** The note as JSON, all that it takes to repeat the import. */
function importNote(note: ImportNote): JsonValue {
  return JSON.parse(JSON.stringify(note)) as JsonValue;
}

function mustStore<T>(result: Result<T, StoreError>): T {
  if (!result.ok) throw new StoreFailure(result.error);
  return result.value;
}
