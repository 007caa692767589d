import { z } from 'zod';
import { brandSchema } from '../planner/quote/brandSchema.ts';
import { localDate, money, path, sampled, wellFormed } from './fields.ts';

/** What a quote is made of: a scenario and a sample as of a forecast, its head, and what is for the seller alone. */
export const quoteParams = {
  ...sampled,
  /** Null: as in the quote before, else made up. */
  number: wellFormed(60).regex(/\S/).nullable(),
  /** Empty: as in the quote before. */
  customer: wellFormed(200),
  seller: wellFormed(200),
  notes: wellFormed(8000),
  /** Null: as in the quote before, else none. */
  brand: brandSchema.nullable(),
  /** Null: 30 days. */
  validUntil: localDate.nullable(),
  /** For the seller's own page alone; null: there is none. */
  internal: z
    .strictObject({ notes: wellFormed(8000), costPerCredit: money.nullable(), floor: money.nullable() })
    .nullable(),
  /** The sealed quote that this one follows. */
  since: path.nullable(),
  /** Usage files are sealed as sums by day instead of rows. */
  daily: z.boolean(),
};
