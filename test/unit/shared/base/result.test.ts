import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../shared/base/result.ts';

describe('Result', () => {
  it('is a value or a refusal, told apart by ok', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err('no')).toEqual({ ok: false, error: 'no' });
  });
});
