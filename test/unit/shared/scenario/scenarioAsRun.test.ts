import { describe, expect, it } from 'vitest';
import { readJsonText } from '../../../../shared/base/jsonText.ts';
import { scenarioAsRun } from '../../../../shared/scenario/scenarioAsRun.ts';

const kept = (text: string) => scenarioAsRun(readJsonText(text).root!);

describe('a scenario as it is kept beside its ledger', () => {
  it('is the document as written', () => {
    expect(kept('{"fee": 299, "caps": [null, true, "a"], "unitPrice": 3.50, "plus": 1e-3}')).toEqual({
      fee: 299,
      caps: [null, true, 'a'],
      unitPrice: 3.5,
      plus: 0.001,
    });
  });

  it('keeps every digit of an amount that binary floating point cannot hold', () => {
    expect(kept('{"credits": 9007199.254740991, "fee": 123456789012345.123456789, "cap": 9007199254740993}')).toEqual({
      credits: '9007199.254740991',
      fee: '123456789012345.123456789',
      cap: '9007199254740993',
    });
  });
});
