import type { CountedStays } from './countedStays.ts';

/** How many paths have each bill, by class and place. */
export interface BillCounts extends Pick<CountedStays, 'starts' | 'widths' | 'least'> {
  readonly counts: Int32Array;
  /** By class: how far its bills have fallen, in units. */
  readonly fallen: Float64Array;
}

/**
 * Follows how many paths are billed at most an amount while bills fall and paths change their class: it walks over the counts
 * that it passes, and so costs no more than it moves.
 */
export class RankPointer {
  /** The amount, in units, and how many paths are billed no more. */
  at: number;
  below = 0;
  private readonly counts: BillCounts;
  /** By class: the last place that is counted; one before its first where none is. */
  private readonly places: Int32Array;

  constructor(counts: BillCounts) {
    this.counts = counts;
    this.places = counts.starts.map((start) => start - 1);
    this.at = counts.least.reduce((least, each) => Math.min(least, each), Infinity) - 1;
  }

  /** Tells that a path was added (1) or taken (-1). */
  change(each: number, place: number, by: number): void {
    // Without a branch, which nobody would foresee.
    this.below += by * Number(place <= this.places[each]!);
  }

  /** Moves to an amount, or stays at its own while bills fell. */
  seek(amount: number = this.at): void {
    this.at = amount;
    for (let each = 0; each < this.places.length; each++) this.walk(each);
  }

  /** Moves to the amount of the n-th path by its bill, from 1. */
  seekRank(rank: number): void {
    while (this.below < rank) this.seek(this.at + 1);
    while (this.below - this.here() >= rank) this.seek(this.at - 1);
  }

  private walk(each: number): void {
    const { counts, starts, widths, least, fallen } = this.counts;
    if (widths[each] === 0) return;
    const first = starts[each]!;
    const last = Math.max(-1, Math.min(widths[each]! - 1, this.at - fallen[each]! - least[each]!));
    let place = this.places[each]!;
    while (place < first + last) this.below += counts[++place]!;
    while (place > first + last) this.below -= counts[place--]!;
    this.places[each] = place;
  }

  /** Paths that are billed exactly the amount. */
  private here(): number {
    const { counts, starts, widths, least, fallen } = this.counts;
    let found = 0;
    for (let each = 0; each < widths.length; each++) {
      const place = this.at - fallen[each]! - least[each]!;
      if (place >= 0 && place < widths[each]!) found += counts[starts[each]! + place]!;
    }
    return found;
  }
}
