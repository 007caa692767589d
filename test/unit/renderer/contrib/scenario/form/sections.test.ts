import { describe, expect, it } from 'vitest';
import { problemCounts, sectionOf } from '../../../../../../renderer/contrib/scenario/form/sections.ts';

describe('the sections of the form', () => {
  it('show each part of the document', () => {
    expect(sectionOf(['horizon', 'end'])).toBe('general');
    expect(sectionOf(['plans', 0, 'fee'])).toBe('plans');
    expect(sectionOf(['usage', 'events', 3])).toBe('usage');
    expect(sectionOf(['usage', 'models', 0])).toBe('models');
    expect(sectionOf(['plnas'])).toBe('general');
    expect(sectionOf([])).toBe('general');
  });

  it('count what is wrong in them', () => {
    const problem = { code: 'x', place: null, message: 'x' };
    const counts = problemCounts([
      { ...problem, severity: 'error', path: 'timeline[2].plan' },
      { ...problem, severity: 'warning', path: 'timeline[0]' },
    ]);
    expect(counts.get('timeline')).toEqual({ error: 1, warning: 1 });
    expect(counts.get('plans')).toBeUndefined();
  });
});
