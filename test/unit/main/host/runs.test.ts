import { describe, expect, it } from 'vitest';
import { createRuns } from '../../../../main/host/runs.ts';
import type { Run } from '../../../../shared/engine/outcome.ts';

const aRun = () => ({}) as Run;
const numbered = () => {
  let next = 0;
  return createRuns(() => `run-${(next += 1)}`);
};

describe('the runs that are kept', () => {
  it('are found by name until the document is computed anew', () => {
    const runs = numbered();
    const [first, second] = [aRun(), aRun()];
    const name = runs.keep('a', first);
    expect(runs.find(name)).toEqual({ ok: true, value: first });
    const newer = runs.keep('a', second);
    expect(runs.find(name)).toMatchObject({ ok: false, error: { code: 'unknown-run' } });
    expect(runs.find(newer).ok).toBe(true);
  });

  it('are those of the documents computed last', () => {
    const runs = numbered();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((path) => runs.keep(path, aRun()));
    expect(names.map((name) => runs.find(name).ok)).toEqual([false, true, true, true, true, true, true]);
  });
});
