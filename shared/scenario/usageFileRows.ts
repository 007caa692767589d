/** The rows of one usage file, as columns in the order of the file. A row's amount is `mantissa / 10^scale`, exact. Columns lie in memory that threads share. */
export interface UsageFileRows {
  /** As the scenario names the file. */
  readonly path: string;
  readonly count: number;
  /** Milliseconds UTC. */
  readonly at: Float64Array;
  /** Index into `meterIds`, or -1 for rows stated in credits: `mantissa` is then nanocredits, `scale` 9. */
  readonly meter: Int32Array;
  readonly meterIds: readonly string[];
  readonly mantissa: Float64Array;
  readonly scale: Uint8Array;
  readonly calls: Int32Array;
  /** `usageFlag` bits. */
  readonly flags: Uint8Array;
  /** Line of the file, from 1. */
  readonly line: Int32Array;
  /** Identities; empty text where a row has none. */
  readonly ids: readonly string[];
}
