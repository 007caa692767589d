import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import { problemsAt } from '../../../../../renderer/workbench/fixes/problemsAt.ts';

const problem = (path: string): Diagnostic => ({ code: 'c', severity: 'error', path, place: null, message: '' });
const problems = ['timeline[1].plan', 'timeline[1]', 'timeline[10].at', 'plans[0]', ''].map(problem);
const at = (place: string | undefined) => problemsAt(problems, place).map(({ path }) => path);

describe('the problems of a place', () => {
  it('are those of the value there and of what holds it', () => {
    expect(at('timeline[1].plan')).toEqual(['timeline[1].plan', 'timeline[1]']);
    expect(at('plans[0].fee')).toEqual(['plans[0]']);
  });

  it('else those of what is in it', () => {
    expect(at('timeline')).toEqual(['timeline[1].plan', 'timeline[1]', 'timeline[10].at']);
  });

  it('are all of the document where none is near, or no place is known', () => {
    expect(at('usage')).toHaveLength(5);
    expect(at(undefined)).toHaveLength(5);
    expect(at('')).toHaveLength(5);
  });
});
