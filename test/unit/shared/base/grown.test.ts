import { describe, expect, it } from 'vitest';
import { grown } from '../../../../shared/base/grown.ts';

describe('a column that grows', () => {
  it('keeps its rows and its kind', () => {
    const column = grown(Int32Array.of(1, -2), 4);
    expect(column).toEqual(Int32Array.of(1, -2, 0, 0));
  });
});
