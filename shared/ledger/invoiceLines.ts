/** One invoice line as somebody's file states it. Credits in nanocredits, amount in minor units; null where a cell is empty. */
export interface StatedLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly number: number;
  /** Milliseconds UTC. */
  readonly issuedAt: number;
  /** A kind of line, or `total`, which states the sum of its invoice. */
  readonly kind: string;
  readonly credits: number | null;
  /** Decimal text. */
  readonly unitPrice: string;
  readonly amount: bigint;
}
