import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../main/launch/ensureBuilt.mjs';

const built = path.resolve(import.meta.dirname, '../../../build/renderer');
const read = (file: string): string => readFileSync(path.join(built, file), 'utf8');

/** The scripts that the page loads before it can draw anything: its own, and those that it says it needs. */
function startScripts(): readonly string[] {
  const page = read('index.html');
  const own = page.matchAll(/<script type="module"[^>]* src="\.?\/([^"]+)"/g);
  const needed = page.matchAll(/<link rel="modulepreload"[^>]* href="\.?\/([^"]+)"/g);
  return [...own, ...needed].map(([, file]) => file!);
}

describe('the code that a start loads', () => {
  beforeAll(() => ensureBuilt(['renderer'], () => undefined));

  it('is at most 160 kB compressed', () => {
    const files = startScripts();
    const kilobytes = files.map((file) => gzipSync(read(file)).length / 1000).reduce((sum, size) => sum + size, 0);
    expect(files.length).toBeGreaterThan(1);
    expect(kilobytes).toBeGreaterThan(50);
    expect(kilobytes).toBeLessThan(160);
  });

  it.each([
    ['the text editor', 'monaco-aria-container'],
    ['the charts', 'recharts-wrapper'],
    ['the list of the palette', 'cmdk-item'],
    ['the parser of scenarios', 'InvalidCommentToken'],
    ['the check of shapes', 'invalid_union'],
  ])('leaves out %s, which comes when it is needed', (_, words) => {
    const start = startScripts();
    const scripts = readdirSync(path.join(built, 'assets')).filter((file) => file.endsWith('.js'));
    const withIt = scripts.map((file) => `assets/${file}`).filter((file) => read(file).includes(words));
    expect(withIt).not.toEqual([]);
    expect(withIt.filter((file) => start.includes(file))).toEqual([]);
  });
});
