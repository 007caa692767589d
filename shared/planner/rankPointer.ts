/** Counted bills by class and place: how many paths of each class have which base. */
export interface BillCounts {
  readonly classes: number;
  readonly width: number;
  /** The base at place 0. */
  readonly least: number;
  /** classes × width. */
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
  /** By class: the last place that is counted. */
  private readonly places: Int32Array;

  constructor(counts: BillCounts) {
    this.counts = counts;
    this.places = new Int32Array(counts.classes).fill(-1);
    this.at = counts.least - 1;
  }

  /** Tells that a path was added (1) or taken (-1). */
  change(each: number, place: number, by: number): void {
    if (place <= this.places[each]!) this.below += by;
  }

  /** Moves to an amount, or stays at its own while bills fell. */
  seek(amount: number = this.at): void {
    this.at = amount;
    for (let each = 0; each < this.counts.classes; each++) this.walk(each);
  }

  /** Moves to the amount of the n-th path by its bill, from 1. */
  seekRank(rank: number): void {
    while (this.below < rank) this.seek(this.at + 1);
    while (this.below - this.here() >= rank) this.seek(this.at - 1);
  }

  private walk(each: number): void {
    const { counts, width, least, fallen } = this.counts;
    const target = Math.max(-1, Math.min(width - 1, this.at - fallen[each]! - least));
    let place = this.places[each]!;
    while (place < target) this.below += counts[each * width + ++place]!;
    while (place > target) this.below -= counts[each * width + place--]!;
    this.places[each] = place;
  }

  /** Paths that are billed exactly the amount. */
  private here(): number {
    const { counts, width, least, fallen, classes } = this.counts;
    let found = 0;
    for (let each = 0; each < classes; each++) {
      const place = this.at - fallen[each]! - least;
      if (place >= 0 && place < width) found += counts[each * width + place]!;
    }
    return found;
  }
}
