import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');
const rows = new Map(
  [...readFileSync(path.join(folder, 'README.md'), 'utf8').matchAll(/^\| ([FS]\d+) +\| (.+?) *\|$/gm)].map(
    ([, id, text]) => [id!, text!] as const,
  ),
);

/** Whether a path of the table is a folder, or a test file without its ending. */
function isThere(named: string): boolean {
  const whole = path.join(folder, named);
  if (existsSync(whole)) return true;
  const base = path.basename(named);
  const beside = existsSync(path.dirname(whole)) ? readdirSync(path.dirname(whole)) : [];
  return beside.some((name) => name.startsWith(`${base}.`) && /\.(test|e2e)\.tsx?$/.test(name));
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
    const named = [...rows].flatMap(([id, text]) =>
      [...text.matchAll(/\b(?:architecture|unit|golden|property|integration|e2e)\/[\w/]+/g)].map(([test]) => ({
        id,
        test,
      })),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ test }) => !isThere(test))).toEqual([]);
  });
});
