import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../../../../shared/base/diagnostic.ts';
import {
  problemIndex,
  strayProblems,
  withoutDoubles,
} from '../../../../../../renderer/contrib/scenario/draft/problemsUnder.ts';

function problem(path: string, code = 'wrong'): Diagnostic {
  return { code, severity: 'error', path, place: null, message: `${path} is wrong` };
}

const problems = [
  problem('plans[1].fee'),
  problem('plans[1].prepaidPrices[0].from'),
  problem('plans[10].fee'),
  problem('plans[1].fees', 'unknown-key'),
  problem('plans[1]', 'missing-key'),
  problem('plans'),
];
const under = problemIndex(problems);
const pathsOf = (found: readonly Diagnostic[]) => found.map(({ path }) => path);

describe('problems of a place', () => {
  it('are its own and those of all that it holds, and of no neighbour', () => {
    expect(pathsOf(under(['plans', 1, 'fee']))).toEqual(['plans[1].fee']);
    expect(under(['plans', 1])).toHaveLength(4);
    expect(under([])).toHaveLength(6);
  });

  it('that no field shows are found', () => {
    expect(pathsOf(strayProblems(under(['plans', 1]), ['plans', 1]))).toEqual(['plans[1].fees', 'plans[1]']);
  });

  it('found twice are shown once', () => {
    expect(withoutDoubles([problem('a'), problem('a'), problem('a', 'other')])).toHaveLength(2);
  });
});
