import { describe, expect, it } from 'vitest';
import { choiceAsKept } from '../../../../../renderer/workbench/live/keptChoices.ts';

const first = { paths: 10_000, seed: '1', at: null as string | null, whatIf: { growth: 0, level: 100 } };

describe('a choice that was kept', () => {
  it('is what it was', () => {
    const chosen = { paths: 1_000, seed: '7', at: '2026-03-01', whatIf: { growth: 2.5, level: 120 } };
    expect(choiceAsKept(first, JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  it('has what is chosen at first for whatever is of another kind, or is not there', () => {
    const kept = { paths: 'many', seed: '7', at: ['2026-03-01'], whatIf: { level: null }, from: 'a later version' };
    expect(choiceAsKept(first, kept)).toEqual({ ...first, seed: '7' });
  });

  it.each([null, 'text', 3, []])('is the first one where %j was kept', (kept) => {
    expect(choiceAsKept(first, kept)).toEqual(first);
  });
});
