import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');
const rows = new Map(
  [...readFileSync(path.join(folder, 'README.md'), 'utf8').matchAll(/^\| ([FS]\d+) +\| (.+?) *\|$/gm)].map(
    ([, id, text]) => [id!, text!] as const,
  ),
);

/** The tests that a path of the table means: all in a folder, or a file without its ending. */
function testsOf(named: string): readonly string[] {
  const whole = path.join(folder, named);
  const beside = existsSync(whole) ? whole : path.dirname(whole);
  const names = existsSync(beside) ? readdirSync(beside, { recursive: true, encoding: 'utf8' }) : [];
  return names
    .filter((name) => existsSync(whole) || name.startsWith(`${path.basename(named)}.`))
    .filter((name) => /\.(test|e2e)\.tsx?$/.test(name))
    .map((name) => path.join(beside, name));
}

const named = [...rows].flatMap(([id, text]) =>
  [...text.matchAll(/\b(?:architecture|unit|golden|property|integration|e2e)\/[\w/]+/g)].map(([test]) => ({
    id,
    test,
  })),
);

/** Whether a text states an id, in the title of a test or beside it. */
function states(text: string, id: string): boolean {
  return new RegExp(`\\b${id}\\b`).test(text);
}

describe('The table of faults and attacks', () => {
  it('has a row for each', () => {
    const ids = [
      ...Array.from({ length: 51 }, (_, index) => `F${index + 1}`),
      ...Array.from({ length: 50 }, (_, index) => `S${index + 1}`),
    ];
    expect([...rows.keys()]).toEqual(ids);
  });

  it('names tests that are there', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ test }) => testsOf(test).length === 0)).toEqual([]);
  });

  it('names tests that carry the id', () => {
    const without = ({ id, test }: { id: string; test: string }) =>
      !testsOf(test).some((file) => states(readFileSync(file, 'utf8'), id));
    expect(states('a test of (S10)', 'S1')).toBe(false);
    expect(named.filter(without)).toEqual([]);
  });
});
