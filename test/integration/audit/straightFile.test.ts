import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditFiles } from '../../../main/host/audit/auditFiles.ts';
import { nodePorts } from '../../../main/platform/ports.ts';
import { deviatingRun, invoicesOf, ledgerCsv, recordOf } from '../../support/audited.ts';
import { scenarioDocument } from '../../support/scenarioDocument.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { rowNdjson } from '../../../shared/interchange/exporters/rowsNdjson.ts';
import { drawdown } from '../cli/captured.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-straight-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Enough rows that the file is read in several pieces, of rows as long as ids may be. */
const events = Array.from({ length: 9000 }, (_, index) => ({
  at: new Date(Date.UTC(2026, 1, 1) + index * 1_500_000).toISOString(),
  meter: 'training',
  quantity: String(1 + (index % 97) / 4),
  id: `job-${index}-${'x'.repeat((index * 7919) % 180)}`,
}));
const document = scenarioDocument({ usage: { events } });
const run = deviatingRun(document);
const rows = ledgerCsv(run);
const record = recordOf(run);
const lines = rows.split('\n');

const named = (shown: string, text: string) => {
  writeFileSync(path.join(folder, shown), text);
  return { absolute: path.join(folder, shown), shown };
};

const theInvoices = invoicesOf(run);
interface Beside {
  readonly invoices?: string;
  readonly searchMs?: number;
  readonly usage?: string;
  readonly head?: string;
}

/** The audit of rows, or of a ledger's folder by its name, or why there is none. */
function auditing(ledger: string, keepRows: boolean, beside: Beside = {}) {
  const { invoices = theInvoices, searchMs = 0, usage = null, head = null } = beside;
  const isFolder = ledger.endsWith('.ledger');
  return auditFiles(nodePorts(), {
    terms: named('t.scenario.json', JSON.stringify({ ...document, usage: {} })),
    ledger: isFolder ? { absolute: path.join(folder, ledger), shown: ledger } : named('rows.csv', ledger),
    invoices: named('invoices.csv', invoices),
    usage: usage === null ? null : named('usage.csv', usage),
    head,
    searchMs,
    keepRows,
    progress: () => undefined,
  });
}

async function audited(ledger: string, keepRows: boolean, beside: Beside = {}) {
  const outcome = await auditing(ledger, keepRows, beside);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** What is told of an audit, or why there is none. */
async function told(ledger: string, keepRows: boolean, beside: Beside = {}) {
  const outcome = await auditing(ledger, keepRows, beside);
  if (!outcome.ok) return outcome.error;
  const { report, badRows, badRowCount, controls } = outcome.value;
  return { report, badRows, badRowCount, controls };
}

/** The same without rows kept as with them. */
async function expectTheSame(ledger: string, beside: Beside = {}) {
  expect(await told(ledger, false, beside)).toEqual(await told(ledger, true, beside));
}

/** The file with one of its lines in another form. */
function withLine(index: number, change: (line: string) => string): string {
  return lines.map((line, at) => (at === index ? change(line) : line)).join('\n');
}

describe('a ledger file that is read in pieces', () => {
  it('is audited without keeping its rows where it is right', async () => {
    const straight = await audited(rows, false);
    expect(straight.input.ledger).toBeNull();
    expect(straight.report.status).toBe('clean');
    const whole = await audited(rows, true);
    expect(whole.input.ledger).not.toBeNull();
    expect(straight.report).toEqual(whole.report);
  });

  it.each([
    ['is wrong in a balance', withLine(7000, (line) => line.replace(/,\d+(\.\d+)?,R21/, ',1,R21'))],
    ['repeats an id', withLine(8000, (line) => line.replace(/job-\d+-x*/, events[17]!.id))],
    ['has a row that cannot be read', withLine(6000, (line) => line.replace('use', 'used'))],
    ['has an id in quotes', withLine(5000, (line) => line.replace(/(job-\d+)-x*/, '"$1, again"'))],
    ['ends without the end of a line', rows.trimEnd()],
    ['ends in the middle', rows.slice(0, 1_500_000)],
    ['has other line ends', rows.replaceAll('\n', '\r\n')],
    ['is empty', ''],
    ['has nothing but the header', `${lines[0]}\n`],
  ])('and %s comes to what all rows at once come to', (_, ledger) => expectTheSame(ledger));

  it('is explained where only its invoices are wrong', async () => {
    const invoices = invoicesOf(deviatingRun(document, { flexRounding: 'up' }));
    const billed = { invoices, searchMs: 600_000 };
    const [straight, whole] = [await audited(rows, false, billed), await audited(rows, true, billed)];
    expect(straight.report.explanations[0]).toMatchObject({ hypothesis: 'flex-ceil', residual: '0.00' });
    expect(straight.report).toEqual(whole.report);
  });
});

describe('a record of usage that is read beside it', () => {
  it('shows that every event has its row, and is counted', async () => {
    const straight = await audited(rows, false, { usage: record });
    const whole = await audited(rows, true, { usage: record });
    expect([straight.input.ledger, whole.input.ledger === null]).toEqual([null, false]);
    expect(straight.report.unchecked).toEqual([]);
    expect(straight.report).toEqual(whole.report);
    expect(straight.controls).toEqual(whole.controls);
    expect(straight.controls.usage?.imported.rows).toBe(events.length);
  });

  const recorded = record.split('\n');
  const withEvent = (index: number, change: (line: string) => string[]): string =>
    recorded.flatMap((line, at) => (at === index ? change(line) : [line])).join('\n');

  it.each([
    ['lacks an event', withEvent(7000, () => [])],
    ['has an event twice', withEvent(7000, (line) => [line, line])],
    ['states another quantity', withEvent(7000, (line) => [line.replace(/training,[^,]*/, 'training,5000')])],
    ['has a row that cannot be read', withEvent(7000, (line) => [line.replace('training', '')])],
    ['has an id in quotes', withEvent(7000, (line) => [line.replace(/(job-[^,]*)/, '"$1"')])],
    ['ends without the end of a line', record.trimEnd()],
    ['ends too early', recorded.slice(0, 4000).join('\n')],
    ['is in no order', [recorded[0]!, ...recorded.slice(1, -1).reverse()].join('\n')],
    ['has other line ends', record.replaceAll('\n', '\r\n')],
    ['has nothing but the header', `${recorded[0]!}\n`],
    ['is no usage file', 'a,b\n1,2\n'],
  ])('and %s comes to what all at once come to', (_, usage) => expectTheSame(rows, { usage }));
});

describe('rows in lines of JSON', () => {
  const all = [...ledgerRows(run)];
  const json = all.map(rowNdjson).join('');

  it('are audited without keeping them, as those of a CSV are', async () => {
    const straight = await audited(json, false, { usage: jsonRecord() });
    expect(straight.input.ledger).toBeNull();
    expect(straight).toMatchObject({ report: { status: 'clean' }, controls: { usage: { imported: { rows: 9000 } } } });
    const whole = await audited(json, true, { usage: jsonRecord() });
    expect(straight.report).toEqual(whole.report);
    expect(straight.controls).toEqual(whole.controls);
  });

  function jsonRecord(): string {
    return events.map(({ at, meter, quantity, id }) => `${JSON.stringify({ at, meter, quantity, id })}\n`).join('');
  }

  it.each([
    ['is wrong in a balance', 7000, (line: string) => line.replace(/"prepaidAfter":"[^"]*"/, '"prepaidAfter":"1"')],
    ['is no JSON', 7000, (line: string) => line.slice(0, -1)],
    [
      'has another order',
      7000,
      (line: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).reverse())),
    ],
    ['is empty', 7000, () => ''],
    ['has an escape', 7000, (line: string) => line.replace('"use"', '"us\\u0065"')],
  ])('and of which one %s come to what all at once come to', (_, at, change) => {
    const text = json
      .split('\n')
      .map((line, index) => (index === at ? change(line) : line))
      .join('\n');
    return expectTheSame(text);
  });
});

describe('a ledger in its folder', () => {
  it('is audited without keeping its rows where it is right and its chain intact', async () => {
    named('right.scenario.json', JSON.stringify(document));
    const written = await drawdown(folder, 'simulate', 'right.scenario.json', '--ledger');
    const head = /[0-9a-f]{64}/.exec(written.stderr)![0];
    const straight = await audited('right.ledger', false, { usage: record });
    expect(straight.input.ledger).toBeNull();
    expect(straight.report).toEqual((await audited('right.ledger', true, { usage: record })).report);
    expect(straight.report.status).toBe('clean');
    expect((await audited('right.ledger', false, { head })).report.status).toBe('clean');
    const other = await audited('right.ledger', false, {
      head: head.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')),
    });
    expect(other.report.findingCounts).toMatchObject({ rechained: 1 });
  });
});
