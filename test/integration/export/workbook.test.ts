import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLedger } from '../../../main/store/ledgerWriter.ts';
import type { JsonValue } from '../../../shared/base/canonicalJson.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { statement } from '../../../shared/engine/statement.ts';
import { billOf } from '../../support/billOf.ts';
import { scenarioOf } from '../../support/growth.ts';
import { hasOpenpyxl, readWorkbook, type ReadWorkbook } from '../../support/readWorkbook.ts';
import { freshWorkspace, valueOf } from '../../support/storeOnDisk.ts';
import { drawdown } from '../cli/captured.ts';

const ids = [
  '=1+1',
  '00123',
  '73928e05',
  '1234567890123456',
  '+49 30',
  '@x',
  '2026-01-02',
  '<a & "b">',
  '_x0041_',
  'ü 漢 🎉',
];
const scenario = scenarioOf({
  name: '=cmd|x',
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
    { at: '2026-02-05T09:30', do: 'buy-prepaid', credits: 20, id: '0042' },
  ],
  usage: {
    events: [
      { at: '2026-01-05', credits: '227.7', id: 'job' },
      ...ids.map((id) => ({ at: '2026-03-05T10:15:30Z', credits: '0.123456789', id })),
    ],
  },
});
const run = billOf(scenario);

async function exported(): Promise<string> {
  const workspace = await freshWorkspace();
  const terms = { name: '=cmd|x', currency: 'USD', engine: 'drawdown/0.1.0', policy: 'R1-R27' };
  const ledger = { path: 'acme.ledger', ...terms, scenario: scenario as JsonValue, rows: ledgerRows(run) };
  valueOf(await writeLedger(workspace, ledger));
  const args = ['export', 'acme.ledger', '--format', 'xlsx', '--out', 'acme.xlsx'];
  expect(await drawdown(workspace.folder, ...args)).toMatchObject({ code: 0 });
  return path.join(workspace.folder, 'acme.xlsx');
}

describe.skipIf(!hasOpenpyxl)('A ledger as a workbook, read by openpyxl', () => {
  let kept: ReadWorkbook | null = null;
  const read = async () => (kept ??= readWorkbook(await exported()));

  it('has the sheets inputs, workings, outputs and checks, and no formula on any of them (S35)', async () => {
    const book = await read();
    expect(Object.keys(book)).toEqual(['inputs', 'workings', 'outputs', 'checks']);
    const cells = Object.values(book).flat(2);
    expect(cells.filter(([type]) => type === 'f')).toEqual([]);
  });

  it('keeps every id as the text that it is (F41, S32)', async () => {
    const book = await read();
    const shown = book['workings']!.map((row) => row[3]!).filter(([type]) => type === 's');
    expect(shown.map(([, id]) => id)).toEqual(['id', 'job', '0042', ...ids]);
  });

  it('types every cell of a row: numbers, instants, texts', async () => {
    const book = await read();
    const row = book['workings']!.find((cells) => cells[3]![1] === '00123')!;
    const [seq, at, kind, , , quantity, credits, included] = row;
    expect(row.map(([type]) => type).join('')).toBe('ndssnnnnnnnnnnssn');
    expect([seq![0], at, kind]).toEqual(['n', ['d', '2026-03-05T10:15:30'], ['s', 'use']]);
    expect([quantity, credits, included]).toEqual([
      ['n', null],
      ['n', 0.123456789],
      ['n', 0.123456789],
    ]);
  });

  it('shows the terms with their paths, the head and the versions', async () => {
    const book = await read();
    const inputs = Object.fromEntries(book['inputs']!.map(([label, value]) => [label![1], value]));
    expect(inputs).toMatchObject({
      name: ['s', '=cmd|x'],
      rows: ['n', run.entries.length + run.program.usage.count],
      head: ['s', expect.stringMatching(/^[0-9a-f]{64}$/)],
      engine: ['s', 'drawdown/0.1.0'],
      'plans[0].fee': ['n', 299],
      'plans[0].prepaidPrices[1].unitPrice': ['s', '3.5'],
      'usage.events: count': ['n', 1 + ids.length],
    });
  });

  it('has every invoice line, and its numbers', async () => {
    const book = await read();
    const lines = statement(run).invoices.flatMap(({ number, lines: each }) =>
      each.map((line) => ({ number, ...line })),
    );
    const shown = book['outputs']!.slice(1, 1 + lines.length).map((row) => row.slice(0, 6).map(([, value]) => value));
    expect(shown.map(([number, , kind, credits, , amount]) => ({ number, kind, credits, amount }))).toEqual(
      lines.map(({ number, kind, credits, amount }) => {
        return { number, kind, credits: credits === null ? null : Number(credits), amount: Number(amount) };
      }),
    );
  });

  it('passes its own checks, none of which is empty', async () => {
    const book = await read();
    const [, ...checks] = book['checks']!;
    expect(checks).toHaveLength(12);
    for (const [name, , expected, actual, difference, holds] of checks) {
      expect([name, actual, difference, holds]).toEqual([name, expected, ['n', 0], ['b', true]]);
    }
  });
});

describe('A workbook', () => {
  it('is the same for the same ledger, byte for byte', async () => {
    const [one, other] = [await exported(), await exported()];
    expect(readFileSync(one).length).toBeGreaterThan(5_000);
    expect(readFileSync(other).equals(readFileSync(one))).toBe(true);
  });

  it.skipIf(spawnSync('unzip').error)('is a sound archive', async () => {
    expect(spawnSync('unzip', ['-t', await exported()])).toMatchObject({ status: 0 });
  });
});
