import { err, ok, type Result } from '../../../shared/base/result.ts';
import { makeTally } from '../../../shared/interchange/importers/tally.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { attemptImport, type ImportRefusal } from './attemptImport.ts';
import type { ImportSource } from './importSource.ts';
import { openImport, type ImportWish } from './openImport.ts';

/** What a preview shows of a file, however large. */
export const previewKeeps = { rows: 50, refused: 200 } as const;

/** Reads the whole source once and tells what an import of it would do. Changes nothing. */
export function previewImport(
  source: ImportSource,
  wish: ImportWish,
  keep: { readonly rows: number; readonly refused: number } = previewKeeps,
): Promise<Result<ImportPreview, ImportRefusal>> {
  return attemptImport(source.name, async () => {
    const opened = await (wish.open ?? openImport)(source, wish);
    if (!opened.ok) return opened;
    const { format, encoding, columns, mapping, batches, sha256, close } = opened.value;
    try {
      const tally = makeTally(keep);
      for await (const batch of batches) {
        tally.add(batch);
        wish.watch?.(batch);
      }
      const counts = tally.counts();
      if (counts.read === 0) return err({ code: 'no-data' });
      const { rows, refused } = tally;
      const { name, bytes } = source;
      return ok({ name, bytes, sha256: sha256(), format, encoding, columns, mapping, rows, refused, counts });
    } finally {
      await close();
    }
  });
}
