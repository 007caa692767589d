import { describe, expect, it } from 'vitest';
import { entryAs, timeOrder } from '../../../../../../renderer/contrib/scenario/form/timelineKinds.ts';

describe('a timeline entry of another kind', () => {
  it('keeps what both kinds have and drops the rest', () => {
    const change = { at: '2026-06-01', do: 'change-plan', plan: 'team', when: 'cycle-end' };
    expect(entryAs('cancel', change, 'growth')).toEqual({ at: '2026-06-01', do: 'cancel', when: 'cycle-end' });
    expect(entryAs('subscribe', change, 'growth')).toEqual({ at: '2026-06-01', do: 'subscribe', plan: 'team' });
  });

  it('begins with what its kind needs', () => {
    const cancel = { at: '2026-06-01', do: 'cancel' };
    expect(entryAs('subscribe', cancel, 'growth')).toEqual({ at: '2026-06-01', do: 'subscribe', plan: 'growth' });
    expect(entryAs('adjust', cancel, 'growth')).toMatchObject({ do: 'adjust', bucket: 'prepaid' });
  });
});

describe('the order of the timeline', () => {
  it('is by time, and as written at one time', () => {
    expect(timeOrder([30, 10, 20, 10])).toEqual([1, 3, 2, 0]);
  });

  it('leaves an entry without a time behind the one before it', () => {
    expect(timeOrder([20, null, 10])).toEqual([2, 0, 1]);
  });
});
