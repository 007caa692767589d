/** What a source counts and adds up to, for whoever made it to hold against their own figures. */
export interface ControlTotals {
  /** Rows that were read; those that could not be are apart. */
  readonly rows: number;
  /** First and last instant of them, or null where there are none. */
  readonly first: string | null;
  readonly last: string | null;
  /** By kind of row, by meter or by kind of invoice line: how many rows, and the exact sum of credits, quantity or money. */
  readonly sums: readonly { readonly title: string; readonly rows: number; readonly value: string }[];
}
