import { describe, expect, it } from 'vitest';
import { shortVersionTime } from '../../../../../../renderer/contrib/compare/versions/versionTime.ts';

describe('the time of a version in the timeline', () => {
  const now = new Date(2026, 2, 5, 18, 0, 0);

  it('is the time alone for one of today', () => {
    expect(shortVersionTime(new Date(2026, 2, 5, 9, 4, 7).toISOString(), now)).toMatch(/^9:04:07\sAM$/);
  });

  it('names the day of an older one', () => {
    expect(shortVersionTime(new Date(2026, 2, 4, 9, 4, 7).toISOString(), now)).toMatch(/^Mar 4, 9:04\sAM$/);
  });
});
