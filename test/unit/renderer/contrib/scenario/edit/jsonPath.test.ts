import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePath, writePath } from '../../../../../../renderer/contrib/scenario/edit/jsonPath.ts';

describe('the path of a problem', () => {
  it('names members and items', () => {
    expect(parsePath('timeline[2].plan')).toEqual(['timeline', 2, 'plan']);
    expect(writePath(['usage', 'events', 0, 'odd key'])).toBe('usage.events[0]["odd key"]');
    expect(parsePath('')).toEqual([]);
  });

  it('is read as it was written, whatever the keys are called', () => {
    const step = fc.oneof(fc.nat(1000), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(fc.array(step), (path) => {
        expect(parsePath(writePath(path))).toEqual(path);
      }),
    );
  });
});
