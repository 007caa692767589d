/** A row or line of a file that could not be read: where, what and why. The rest of the file is read on. */
export interface BadRow {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Empty where the whole row is at fault. */
  readonly column: string;
  readonly reason: string;
  /** What stands there, cut. */
  readonly text: string;
}
