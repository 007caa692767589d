import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawTexts, statement } from '../../shared/engine/statement.ts';
import { billOf } from '../support/billOf.ts';

const folder = new URL('cases/', import.meta.url);

interface WorkedCase {
  readonly about: string;
  readonly rules: readonly string[];
  readonly scenario: object;
  readonly expected: object;
}

describe('the worked cases of the billing rules', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

  it('are all here', () => expect(files).toHaveLength(22));

  it.each(files)('%s', (file) => {
    const { scenario, expected } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as WorkedCase;
    const run = billOf(scenario);
    expect({ ...statement(run), draws: drawTexts(run) }).toEqual(expected);
  });
});
