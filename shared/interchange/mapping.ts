import { z } from 'zod';

/** How the time column of a CSV is read. Decimals past the millisecond are cut. */
const timeKind = z.enum(['iso', 'seconds', 'milliseconds', 'nanoseconds']);

/** One column that feeds one meter; a wide file has several. */
const meterColumn = z.strictObject({ column: z.string(), meter: z.string().min(1) });

/** How a CSV becomes usage rows: by columns of the header. */
export const csvMapping = z.strictObject({
  format: z.literal('csv'),
  delimiter: z.enum([',', ';', '\t']),
  time: z.strictObject({ column: z.string(), kind: timeKind }),
  /** Zone of times without one: an IANA name. */
  timeZone: z.string(),
  quantity: z.discriminatedUnion('kind', [
    /** Columns that each are one meter's quantity. */
    z.strictObject({ kind: z.literal('wide'), columns: z.array(meterColumn).min(1) }),
    /** One column names the meter, another gives the quantity. `meters` renames values; a value not in it keeps its name. */
    z.strictObject({
      kind: z.literal('long'),
      meterColumn: z.string(),
      quantityColumn: z.string(),
      meters: z.array(z.strictObject({ value: z.string(), meter: z.string().min(1) })),
    }),
    /** One column states credits. */
    z.strictObject({ kind: z.literal('credits'), column: z.string() }),
  ]),
  /** Column of identities, or null: rows then have none. */
  id: z.string().nullable(),
  decimalComma: z.boolean(),
});

/** How records of an inference server become usage rows. */
export const inferenceMapping = z.strictObject({
  format: z.literal('inference'),
  hostedMeter: z.string().min(1),
  selfHostedMeter: z.string().min(1),
  /** What is counted: images and frames, or seconds of compute. */
  quantity: z.enum(['processed_frames', 'execution_duration']),
});

export const importMapping = z.discriminatedUnion('format', [csvMapping, inferenceMapping]);

export type CsvMapping = z.infer<typeof csvMapping>;
export type InferenceMapping = z.infer<typeof inferenceMapping>;
export type ImportMapping = z.infer<typeof importMapping>;

/** A usage row as an importer gives it. `quantity` and `credits` are decimal text; one of them is empty. */
export interface UsageRow {
  /** Instant in UTC. */
  readonly at: string;
  readonly meter: string;
  readonly quantity: string;
  readonly credits: string;
  readonly id: string;
  /** False for usage that is recorded and free. @rule R22 */
  readonly billable: boolean;
  /** Line, or record number, in the source, from 1. */
  readonly line: number;
}

/** A row that could not be taken, or was left out on purpose (`excluded`). `text` is redacted and cut to 200 characters. */
export interface RefusedRow {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
  readonly text: string;
  readonly kind: 'refused' | 'excluded';
}

/** Counts and control totals of an import. */
export interface ImportCounts {
  /** Rows read, header apart. */
  readonly read: number;
  /** Usage rows made; a wide file makes several of one row. */
  readonly taken: number;
  readonly refused: number;
  readonly excluded: number;
  /** Sum of quantities by meter, as decimal text; `credits` for usage stated in credits. */
  readonly totals: readonly { readonly meter: string; readonly rows: number; readonly quantity: string }[];
  /** First and last instant taken, or null. */
  readonly first: string | null;
  readonly last: string | null;
}
