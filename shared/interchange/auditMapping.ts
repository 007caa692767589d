import { z } from 'zod';
import { readDecimal } from '../base/decimal.ts';
import { zoneOf } from '../calendar/zone.ts';
import { rowColumns, rowKinds } from '../ledger/row.ts';

const name = z.string().min(1).max(200);
const delimiter = z.enum([',', ';', '\t', '|']).default(',');
const positive = z.string().refine((text) => (readDecimal(text)?.num ?? 0n) > 0n, 'a positive decimal as text');

/** Pools that a foreign export may name in words. */
export const mappedPools = ['included', 'prepaid', 'flex', 'blocked'] as const;

/** The columns of exported invoices, and the kinds of their lines. */
export const invoiceColumns = ['number', 'issuedAt', 'kind', 'credits', 'unitPrice', 'amount'] as const;
export const invoiceKinds = ['subscription', 'prepaid', 'flex', 'final-flex', 'total'] as const;

/** The columns of a usage record that a foreign one can have. */
export const mappedUsageColumns = ['at', 'meter', 'quantity', 'credits', 'id'] as const;

const time = z.strictObject({
  /** `iso`, Unix time, or a pattern of YYYY, MM, DD, HH, mm, ss: `DD.MM.YYYY HH:mm`. */
  form: z.string().min(1).max(40).default('iso'),
  timeZone: z
    .string()
    .refine((id) => zoneOf(id) !== null, 'a time zone by its IANA name')
    .optional(),
});

/** How numbers are written beyond their decimal sign: nothing of it is taken unless the map says so. */
const numberMarks = {
  /** What stands between thousands; a space may be one that does not break. */
  thousands: z.enum(['.', ',', ' ', "'"]).optional(),
  /** What stands before or after an amount: `$`, `€`, `USD`. */
  currency: z
    .string()
    .regex(/^[^\d\s.,'()+-]{1,10}$/, 'a currency sign or code, of at most ten characters, no digits and signs')
    .optional(),
  /** Whether an amount in parentheses is one below zero. */
  parentheses: z.boolean().optional(),
};

/** Times and numbers of one file, where they are not those of the map as a whole. */
const ownForms = { time: time.optional(), decimalComma: z.boolean().optional(), ...numberMarks };

/** How the columns and units of a foreign export become ledger rows, and invoice lines. What is left out is as in our own format. */
export const auditMapping = z.strictObject({
  format: z.literal('drawdown.audit-map/1'),
  delimiter,
  /** Our columns by name, each with the file's. */
  columns: z.partialRecord(z.enum(rowColumns), name),
  /** The file's words for kinds of rows; a word that is not here is a bad row. */
  kinds: z.record(name, z.enum(rowKinds)).optional(),
  /** The kind of all rows, where the file has no column of kinds. */
  kind: z.enum(rowKinds).optional(),
  meters: z.record(name, name).optional(),
  time: time.prefault({}),
  decimalComma: z.boolean().default(false),
  ...numberMarks,
  /** Whether usage shows what it draws as negative amounts. */
  drawSign: z.enum(['positive', 'negative']).default('positive'),
  unit: z.enum(['credits', 'cents']).default('credits'),
  /** Hundredths of the currency in one credit, where amounts are in cents. */
  centsPerCredit: positive.optional(),
  /** One column for what was drawn, and one that names the pool: rows of one event follow one another and are joined. */
  draw: z.strictObject({ column: name, pool: name, pools: z.record(name, z.enum(mappedPools)) }).optional(),
  invoices: z
    .strictObject({
      delimiter,
      columns: z.partialRecord(z.enum(invoiceColumns), name),
      kinds: z.record(name, z.enum(invoiceKinds)).optional(),
      ...ownForms,
    })
    .optional(),
  usage: z
    .strictObject({ delimiter, columns: z.partialRecord(z.enum(mappedUsageColumns), name), ...ownForms })
    .optional(),
});

export type AuditMapping = z.infer<typeof auditMapping>;

/** How the numbers of one file are written. */
export type MappedNumbers = Pick<AuditMapping, 'decimalComma' | 'thousands' | 'currency' | 'parentheses'>;

/** How times and numbers of one file are written. */
export type MappedForms = MappedNumbers & Pick<AuditMapping, 'time'>;

/** The forms of a part of a map: its own times, and where it says how decimals are written its own numbers, else those of the whole. */
export function formsOf(mapping: AuditMapping, part: Partial<MappedForms> | undefined): MappedForms {
  const { decimalComma = mapping.decimalComma, ...own } = part?.decimalComma === undefined ? mapping : part;
  const { thousands, currency, parentheses } = own;
  return { time: part?.time ?? mapping.time, ...definedOf({ decimalComma, thousands, currency, parentheses }) };
}

function definedOf(numbers: { [Name in keyof MappedNumbers]: MappedNumbers[Name] | undefined }): MappedNumbers {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)) as MappedNumbers;
}

/** Whether a map says how a ledger is read; one that does not leaves a ledger to be of our own format. */
export function mapsLedger({ columns, draw }: AuditMapping): boolean {
  return Object.keys(columns).length > 0 || draw !== undefined;
}
