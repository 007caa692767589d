import { describe, expect, it } from 'vitest';
import { resultPieces } from '../../../../main/cli/resultPieces.ts';
import { drawTexts, statement } from '../../../../shared/engine/statement.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

describe('the result document in pieces', () => {
  it.each([0, 1, 2, 10_000, 25_001])('is whole with %i draws', (count) => {
    const events = Array.from({ length: count }, () => ({ at: '2026-01-05', credits: '0.01' }));
    const run = billOf(scenarioOf({ usage: { events } }));
    const pieces = [...resultPieces(run)];
    expect(JSON.parse(pieces.join(''))).toEqual({ ...statement(run), draws: drawTexts(run) });
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2_000_000);
  });
});
