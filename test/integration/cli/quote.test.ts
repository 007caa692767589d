import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { quoteHash } from '../../../shared/planner/quote/sealQuote.ts';
import { scenarioOf } from '../../support/growth.ts';
import { sha256 } from '../../support/quoteOf.ts';
import { drawdown, withFile } from './captured.ts';

const model = { id: 'training', credits: true, level: 12, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const usage = `at,credits,id
2026-02-03T08:15:00Z,11.5,secret-job-1
2026-02-03T19:45:00Z,20,secret-job-2
2026-02-04T00:00:00Z,150.123456789,secret-job-3
`;
const files = [{ path: 'february.csv' }];
const document = scenarioOf({ usage: { models: [{ ...model, from: '2026-03-01' }], files } });

/** A folder with a scenario and its usage file. */
function folderOf(scenario: object = document): string {
  const folder = withFile('a.scenario.json', scenario);
  writeFileSync(path.join(folder, 'february.csv'), usage);
  return folder;
}

const few = ['--paths', '200'];
const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');
const readSealed = (folder: string, name: string) => JSON.parse(read(folder, name)) as Quote;

async function quoted(folder: string, name: string, ...args: string[]) {
  const made = await drawdown(folder, 'quote', 'a.scenario.json', '--out', name, ...few, ...args);
  expect([made.code, made.stderr]).toEqual([0, '']);
  return made;
}

/** Writes a sealed file with something changed, its hash as it was or made anew. */
function tamper(
  folder: string,
  name: string,
  change: (quote: Quote) => Quote,
  { sealAnew }: { sealAnew: boolean },
): void {
  const changed = change(readSealed(folder, 'q.quote.json'));
  const hash = sealAnew ? quoteHash(changed, sha256) : changed.hash;
  writeFileSync(path.join(folder, name), JSON.stringify({ ...changed, hash }));
}

describe('drawdown quote', () => {
  it('carries the logo, color and terms of the seller, and its next version keeps what is not said anew', async () => {
    const folder = folderOf();
    const logo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    writeFileSync(path.join(folder, 'logo.png'), logo);
    await quoted(folder, 'q', '--logo', 'logo.png', '--accent', '#7A1F5C', '--terms', 'Net 30 days.');
    const address = `data:image/png;base64,${logo.toString('base64')}`;
    expect(readSealed(folder, 'q.quote.json').quote.brand).toEqual({
      logo: address,
      accent: '#7a1f5c',
      terms: 'Net 30 days.',
    });
    expect(read(folder, 'q.html')).toContain(address);
    await quoted(folder, 'q2', '--since', 'q.quote.json', '--terms', 'Net 60 days.');
    expect(readSealed(folder, 'q2.quote.json').quote.brand).toEqual({
      logo: address,
      accent: '#7a1f5c',
      terms: 'Net 60 days.',
    });
    expect((await drawdown(folder, 'quote', 'verify', 'q2.quote.json')).code).toBe(0);
  });

  it.each([
    ['a color too light to be read', ['--accent', '#ffd700'], '--accent takes a color'],
    ['a logo that is no image', ['--logo', 'february.csv'], 'february.csv: a logo is a PNG or a JPEG.'],
    ['a logo that is not there', ['--logo', 'gone.png'], 'gone.png'],
  ])('refuses %s, and writes nothing', async (_what, args, said) => {
    const folder = folderOf();
    const refused = await drawdown(folder, 'quote', 'a.scenario.json', '--out', 'q', ...few, ...args);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain(said);
    expect(readdirSync(folder).toSorted()).toEqual(['a.scenario.json', 'february.csv']);
  });

  it('writes a page and a sealed file that recomputes to the same cent', async () => {
    const folder = folderOf();
    const { stdout } = await quoted(
      folder,
      'q',
      '--customer',
      'Acme',
      '--number',
      'Q-7',
      '--valid-until',
      '2099-01-31',
    );
    expect(stdout).toContain('Quote Q-7, version 1, valid until 2099-01-31');
    expect(stdout).toContain('february.csv: all 3 usage rows as in the file');
    expect(read(folder, 'q.html')).toContain('Quote for Acme');
    const verified = await drawdown(folder, 'quote', 'verify', 'q.quote.json');
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    expect(verified.stdout).toContain('Recomputes to the same cent');
  });

  it('quotes what simulate and forecast say', async () => {
    const folder = folderOf();
    await quoted(folder, 'q', '--seed', '5');
    const simulated = await drawdown(folder, 'simulate', 'a.scenario.json', '--json');
    const forecast = await drawdown(folder, 'forecast', 'a.scenario.json', '--json', ...few, '--seed', '5');
    const { money } = JSON.parse(simulated.stdout) as { money: { total: string } };
    const { total } = JSON.parse(forecast.stdout) as { total: Record<string, string> };
    const { figures } = readSealed(folder, 'q.quote.json');
    expect(figures.expected.total).toBe(money.total);
    expect(figures.range.mean).toBe(total['mean']);
    expect(figures.range.points.map(({ amount }) => amount)).toEqual([total['p10'], total['p50'], total['p90']]);
    expect(figures.months).toHaveLength(6);
  });

  it('names the first figure that differs, whether or not it was sealed anew', async () => {
    const folder = folderOf();
    await quoted(folder, 'q');
    const cheaper = (quote: Quote): Quote => {
      const expected = { ...quote.figures.expected, total: '1.00' };
      return { ...quote, figures: { ...quote.figures, expected } };
    };
    for (const sealAnew of [false, true]) {
      tamper(folder, 'changed.quote.json', cheaper, { sealAnew });
      const { code, stdout } = await drawdown(folder, 'quote', 'verify', 'changed.quote.json');
      expect(code).toBe(1);
      expect(stdout).toContain('The first that differs: figures.expected.total: the quote says 1.00, computed');
      expect(stdout.includes('It was changed after it was sealed.')).toBe(!sealAnew);
    }
  });

  it('shows a scenario, a usage row, a seed and a date that were changed', async () => {
    const folder = folderOf();
    await quoted(folder, 'q');
    const changes: ((quote: Quote) => Quote)[] = [
      (quote) => ({ ...quote, scenario: { ...quote.scenario, name: 'Another' } }),
      (quote) => ({
        ...quote,
        files: quote.files.map((file) => ({ ...file, text: file.text.replace('11.5', '12.5') })),
      }),
      (quote) => ({ ...quote, sample: { ...quote.sample, seed: 2 } }),
      (quote) => ({ ...quote, quote: { ...quote.quote, validUntil: '2099-12-31' } }),
    ];
    for (const change of changes) {
      tamper(folder, 'changed.quote.json', change, { sealAnew: false });
      const { code, stdout } = await drawdown(folder, 'quote', 'verify', 'changed.quote.json', '--json');
      const verdict = JSON.parse(stdout) as { same: boolean; sealed: boolean; differences: { path: string }[] };
      expect([code, verdict.same, verdict.sealed]).toEqual([1, false, false]);
      expect(verdict.differences.map((each) => each.path)).toContain('hash');
    }
  });

  it('seals sums by day instead of rows: the same bill, and no row in the file', async () => {
    const folder = folderOf();
    await quoted(folder, 'rows');
    const { stdout } = await quoted(folder, 'days', '--daily');
    expect(stdout).toContain('february.csv: credits summed by day; its 3 rows');
    const [rows, days] = [readSealed(folder, 'rows.quote.json'), readSealed(folder, 'days.quote.json')];
    expect(days.figures).toEqual(rows.figures);
    expect(days.files[0]!.text).toBe('at,credits\n2026-02-03T08:15:00Z,31.5\n2026-02-04T00:00:00Z,150.123456789\n');
    expect(read(folder, 'days.quote.json')).not.toMatch(/secret-job|19:45/);
    expect((await drawdown(folder, 'quote', 'verify', 'days.quote.json')).code).toBe(0);
  });

  it('refuses to sum usage that is served whole or not at all', async () => {
    const folder = folderOf();
    writeFileSync(path.join(folder, 'february.csv'), 'at,credits,whole\n2026-02-03,5,true\n');
    const { code, stderr } = await drawdown(folder, 'quote', 'a.scenario.json', '--out', 'q', '--daily', ...few);
    expect(code).toBe(2);
    expect(stderr).toContain('february.csv, line 2: usage that is served whole');
    expect(readdirSync(folder).sort()).toEqual(['a.scenario.json', 'february.csv']);
  });

  it('keeps what is internal on the internal page alone', async () => {
    const folder = folderOf();
    const internal = [
      '--internal',
      '--internal-note',
      'SECRET push them',
      '--credit-cost',
      '1.2345',
      '--floor',
      '2987.65',
    ];
    await quoted(folder, 'q', ...internal);
    expect(read(folder, 'q.internal.html')).toMatch(/SECRET push them[^]*1\.2345[^]*2,987\.65/);
    for (const name of ['q.html', 'q.quote.json']) expect(read(folder, name)).not.toMatch(/SECRET|1\.2345|2,?987\.65/);
  });

  it('quotes the first variant of a comparison, the others in columns, and verifies each of them', async () => {
    const folder = folderOf();
    const comparison = {
      format: 'drawdown.comparison/1',
      name: 'Which',
      base: 'a.scenario.json',
      variants: [
        { name: 'As it is' },
        { name: 'Prepaid', changes: [{ do: 'prepaid', credits: 200, at: '2026-02-01', unitPrice: 3 }] },
      ],
    };
    writeFileSync(path.join(folder, 'which.comparison.json'), JSON.stringify(comparison));
    const made = await drawdown(folder, 'quote', 'which.comparison.json', '--out', 'q', ...few);
    expect([made.code, made.stderr]).toEqual([0, '']);
    const sealed = readSealed(folder, 'q.quote.json');
    const compared = await drawdown(folder, 'compare', 'which.comparison.json', '--json', ...few);
    const { variants } = JSON.parse(compared.stdout) as {
      variants: { name: string; expected: string; total: { mean: string } }[];
    };
    expect(sealed.offer).toBe('As it is');
    expect([sealed, ...sealed.alternatives].map(({ figures }) => [figures.expected.total, figures.range.mean])).toEqual(
      variants.map(({ expected, total }) => [expected, total.mean]),
    );
    expect(read(folder, 'q.html')).toContain('As it is (this quote)');
    expect((await drawdown(folder, 'quote', 'verify', 'q.quote.json')).code).toBe(0);
    const cheaper = (quote: Quote): Quote => ({
      ...quote,
      alternatives: quote.alternatives.map((each) => ({
        ...each,
        figures: { ...each.figures, expected: { ...each.figures.expected, total: '1.00' } },
      })),
    });
    tamper(folder, 'changed.quote.json', cheaper, { sealAnew: true });
    const { code, stdout } = await drawdown(folder, 'quote', 'verify', 'changed.quote.json');
    expect([code, stdout]).toEqual([1, expect.stringContaining('differs: alternatives[0].expected.total')]);
  });

  it('follows the last quote: counts the version up and says what changed', async () => {
    const folder = folderOf();
    await quoted(folder, 'v1', '--customer', 'Acme', '--number', 'Q-7');
    writeFileSync(path.join(folder, 'a.scenario.json'), JSON.stringify({ ...document, name: 'Second try' }));
    const { stdout } = await quoted(folder, 'v2', '--since', 'v1.quote.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      number: 'Q-7',
      version: 2,
      customer: 'Acme',
      since: { version: 1, inputs: [{ path: 'scenario.name', after: 'Second try' }], figures: [] },
    });
    expect(read(folder, 'v2.html')).toContain('What changed since the last quote');
    const diff = await drawdown(folder, 'quote', 'diff', 'v1.quote.json', 'v2.quote.json');
    expect(diff.code).toBe(1);
    expect(diff.stdout).toContain('scenario.name: ');
    const none = await drawdown(folder, 'quote', 'diff', 'v1.quote.json', 'v1.quote.json');
    expect([none.code, none.stdout.includes('Nothing changed.')]).toEqual([0, true]);
  });

  it('follows no quote that was changed after it was sealed', async () => {
    const folder = folderOf();
    await quoted(folder, 'q');
    tamper(folder, 'old.quote.json', (quote) => ({ ...quote, versions: { ...quote.versions, policy: 'x' } }), {
      sealAnew: false,
    });
    const { code, stderr } = await drawdown(
      folder,
      'quote',
      'a.scenario.json',
      '--out',
      'n',
      '--since',
      'old.quote.json',
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('old.quote.json: it was changed after it was sealed')]);
  });

  it('overwrites nothing unless it is forced to, and never the scenario', async () => {
    const folder = folderOf();
    writeFileSync(path.join(folder, 'q.html'), 'mine');
    const refused = await drawdown(folder, 'quote', 'a.scenario.json', '--out', 'q', ...few);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('q.html')]);
    expect([read(folder, 'q.html'), readdirSync(folder).includes('q.quote.json')]).toEqual(['mine', false]);
    await quoted(folder, 'q', '--force');
    expect(read(folder, 'q.html')).toContain('<!doctype html>');
  });

  it('tells faults of the scenario with their place, and writes nothing', async () => {
    const folder = folderOf(scenarioOf({ timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'nope' }] }));
    const { code, stderr } = await drawdown(folder, 'quote', 'a.scenario.json', '--out', 'q');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.scenario\.json:\d+:\d+: error: /);
    expect(readdirSync(folder).some((name) => name.startsWith('q.'))).toBe(false);
  });

  it.each([
    [['a.scenario.json'], '--out NAME'],
    [['--out', 'q'], 'name a scenario'],
    [['a.scenario.json', 'b', '--out', 'q'], 'one scenario at a time'],
    [['a.scenario.json', '--out', 'q', '--valid-until', 'soon'], '--valid-until takes a date'],
    [['a.scenario.json', '--out', 'q', '--floor', '5'], '--floor are for --internal'],
    [['verify'], 'name a file'],
    [['diff', 'one.quote.json'], 'name two sealed quotes'],
  ])('tells in one line what is wrong with %j', async (args, message) => {
    const { code, stderr } = await drawdown(folderOf(), 'quote', ...args);
    expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(message)]);
  });

  it('refuses a date that is over, and a file that is no quote', async () => {
    const folder = folderOf();
    const over = await drawdown(folder, 'quote', 'a.scenario.json', '--out', 'q', '--valid-until', '2001-01-01');
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('which is over')]);
    const other = await drawdown(folder, 'quote', 'verify', 'a.scenario.json');
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringMatching(/^a\.scenario\.json:\d+:\d+: error: This is no sealed quote/),
    ]);
  });
});
