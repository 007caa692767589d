import type { StraightRecord } from '../../../shared/audit/straight/straightRecord.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import { PlainUsage } from '../../../shared/interchange/importers/plainUsage.ts';
import { usageBlock } from '../../../shared/scenario/usageBlock.ts';
import type { SourceControl } from './controlTotals.ts';
import type { Pieces } from '../../workers/filePieces.ts';
import { UsageCount } from './usageCount.ts';

/** The independent record of usage as it is read beside a ledger, counted as it was read, and again once its events were used. */
export class RecordFile {
  private readonly pieces: Pieces;
  private readonly usage: PlainUsage;
  private readonly block = usageBlock();
  private readonly read = new UsageCount();
  private readonly audited = new UsageCount();

  /** Times without a zone are in `zone`. */
  constructor(pieces: Pieces, zone: Zone) {
    this.pieces = pieces;
    this.usage = new PlainUsage(zone);
  }

  /** Gives the next events to who used those before; false where the file is not plain. */
  async giveTo(record: StraightRecord): Promise<boolean> {
    const { pieces, usage, block } = this;
    this.audited.take(block, usage.meterIds);
    usage.fill(block);
    while (block.count === 0 && usage.plain) {
      const piece = await pieces.next();
      if (!piece) break;
      usage.open(piece.bytes, piece.from, piece.until);
      usage.fill(block);
    }
    if (!usage.plain || !pieces.plain || !usage.hasHeader) return false;
    this.read.take(block, usage.meterIds);
    record.give(block.count > 0 ? block : null, usage.meterIds);
    return true;
  }

  control(): SourceControl {
    return { imported: this.read.totals(), audited: this.audited.totals() };
  }
}
