import { describe, expect, it } from 'vitest';
import { pathAtOffset } from '../../../../../../renderer/contrib/scenario/text/pathAtOffset.ts';

const text = '{ "plans": [{ "id": "core" }, { "id": "team" }] }';

describe('the place of a cursor in a text', () => {
  it('is the JSON path of what it stands in', () => {
    expect(pathAtOffset(text, text.indexOf('team'))).toBe('plans[1].id');
    expect(pathAtOffset(text, 1)).toBe('');
  });

  it('is told of texts that cannot be read whole', () => {
    expect(pathAtOffset('{ "plans": [{ "id": ', 20)).toBe('plans[0].id');
    expect(pathAtOffset('at,credits', 3)).toBe('');
  });

  it('is not looked for in a very long text', () => {
    expect(pathAtOffset(' '.repeat(500_001), 3)).toBeNull();
  });
});
