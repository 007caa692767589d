import type { RowBlock } from '../../ledger/rowBlock.ts';
import type { IdentityCase } from '../auditCase.ts';
import { useKind } from '../auditUsage.ts';
import { sameQuantity } from '../compareRows.ts';
import { mostCompared } from '../identities.ts';

/** Finds usage rows of one instant that are alike but for their id, block by block. @rule R23 */
export class AlikeEvents {
  readonly cases: IdentityCase[] = [];
  private at = NaN;
  private count = 0;
  private readonly rows = new Float64Array(mostCompared);
  private readonly meter = new Int32Array(mostCompared);
  private readonly flags = new Uint8Array(mostCompared);
  private readonly quantity = new Float64Array(mostCompared);
  private readonly scale = new Uint8Array(mostCompared);
  private readonly credits = new Float64Array(mostCompared);

  /** Takes the usage rows of a block, whose first row has `first` rows of the file before it. */
  take(block: RowBlock, first: number, idOf: (row: number) => string): void {
    const { at, kind, count } = block;
    let alone = -1;
    for (let row = 0; row < count; row++) {
      if (kind[row] !== useKind) continue;
      if (at[row] !== this.at) {
        this.at = at[row]!;
        this.count = 0;
        alone = row;
        continue;
      }
      // Most events have an instant of their own: nothing of those is kept.
      if (alone >= 0) this.remember(block, alone, first + alone + 1);
      alone = -1;
      this.compare(block, row, first + row + 1, idOf);
    }
    if (alone >= 0) this.remember(block, alone, first + alone + 1);
  }

  private compare(block: RowBlock, row: number, number: number, idOf: (row: number) => string): void {
    if (this.count >= mostCompared) return;
    const like = this.likeOf(block, row);
    this.remember(block, row, number);
    if (like < 0) return;
    const credits = block.amounts[row]! || 0;
    const place = { row: number, at: block.at[row]!, first: this.rows[like]! };
    this.cases.push({ kind: 'identity', what: 'alike', id: idOf(row), ...place, credits });
  }

  private remember(block: RowBlock, row: number, number: number): void {
    const place = this.count++;
    this.rows[place] = number;
    this.meter[place] = block.meter[row]!;
    this.flags[place] = block.flags[row]!;
    this.quantity[place] = block.quantity[row]!;
    this.scale[place] = block.quantityScale[row]!;
    this.credits[place] = block.amounts[row]!;
  }

  private likeOf({ meter, flags, quantity, quantityScale, amounts }: RowBlock, row: number): number {
    const here = { mantissa: quantity[row]!, scale: quantityScale[row]! };
    for (let place = 0; place < this.count; place++) {
      if (this.meter[place] !== meter[row] || this.flags[place] !== flags[row]) continue;
      const same =
        meter[row]! < 0
          ? this.credits[place] === amounts[row]
          : sameQuantity({ mantissa: this.quantity[place]!, scale: this.scale[place]! }, here);
      if (same) return place;
    }
    return -1;
  }
}
