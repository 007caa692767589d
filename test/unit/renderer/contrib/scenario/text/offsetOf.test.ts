import { describe, expect, it } from 'vitest';
import { offsetOf } from '../../../../../../renderer/contrib/scenario/text/offsetOf.ts';

const text = '{ "plans": [{ "id": "growth", "fee": 299 }] }';
const at = (path: string) => {
  const found = offsetOf(text, path);
  return found && text.slice(found.offset, found.offset + found.length);
};

describe('the place of a JSON path in the text', () => {
  it('is the value that stands there', () => {
    expect(at('plans[0].fee')).toBe('299');
  });

  it('is the beginning of what would hold it where it is missing', () => {
    expect(at('plans[0].kind')).toBe('{');
    expect(offsetOf(text, 'plans[0].kind')?.offset).toBe(text.indexOf('{ "id"'));
  });
});
