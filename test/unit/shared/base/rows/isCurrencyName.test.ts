import { describe, expect, it } from 'vitest';
import { isCurrencyName } from '../../../../../shared/base/rows/isCurrencyName.ts';

describe('a column by its name', () => {
  it.each(['currency', 'BillingCurrency', 'currency_code', 'Billing Currency Code'])('%s names currencies', (name) =>
    expect(isCurrencyName(name)).toBe(true),
  );

  it.each(['concurrency', 'currency rate', 'code', 'usd'])('%s does not', (name) =>
    expect(isCurrencyName(name)).toBe(false),
  );
});
