import { expect, it } from 'vitest';
import { isMeasure } from '../../../../../shared/base/rows/isMeasure.ts';

it.each(['quantity', 'credits', 'cost_usd', 'Amount', 'total tokens', 'inputTokens', 'duration_ms', 'paid'])(
  '%s adds up',
  (name) => expect(isMeasure(name)).toBe(true),
);

it.each([
  'id',
  'customerId',
  'customer_id',
  'Invoice No.',
  'unit price',
  'year',
  'includedAfter',
  'Balance',
  'row',
  'rate',
])('%s does not', (name) => expect(isMeasure(name)).toBe(false));
