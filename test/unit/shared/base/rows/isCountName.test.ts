import { describe, expect, it } from 'vitest';
import { isCountName } from '../../../../../shared/base/rows/isCountName.ts';

describe('a column by its name', () => {
  it.each(['quantity', 'ConsumedQuantity', 'credits', 'images', 'prompt_tokens', 'storage gb'])(
    '%s counts something',
    (name) => expect(isCountName(name)).toBe(true),
  );

  it.each(['cost', 'discount', 'BilledCost', 'total', 'amount due', 'account'])('%s may be money', (name) =>
    expect(isCountName(name)).toBe(false),
  );
});
