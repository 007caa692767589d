import { z } from 'zod';

/** A figure of a bill that may be asked *why*. */
export const whyTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('money'), figure: z.enum(['subscription', 'prepaid', 'flex', 'total']) }),
  z.strictObject({
    kind: z.literal('credits'),
    figure: z.enum([
      'granted',
      'included',
      'prepaid',
      'flex',
      'blocked',
      'expired',
      'forfeited',
      'purchased',
      'adjusted',
      'dropped',
      'billedFlex',
    ]),
  }),
  z.strictObject({ kind: z.literal('closing'), figure: z.enum(['included', 'prepaid', 'unbilledFlex']) }),
  z.strictObject({ kind: z.literal('invoice'), invoice: z.int().min(1) }),
  /** `line` counts from 0. */
  z.strictObject({ kind: z.literal('line'), invoice: z.int().min(1), line: z.int().min(0) }),
  /** `month` is the number of a local calendar month of the horizon, from 0. */
  z.strictObject({
    kind: z.literal('month'),
    month: z.int().min(0),
    figure: z.enum(['included', 'prepaid', 'flex', 'blocked', 'invoiced']),
  }),
  /** `row` is the number of a ledger row, from 1. */
  z.strictObject({ kind: z.literal('row'), row: z.int().min(1) }),
]);

export type WhyTarget = z.infer<typeof whyTarget>;
