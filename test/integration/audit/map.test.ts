import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../shared/audit/report.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { deviatingRun, invoicesOf } from '../../support/audited.ts';
import { scenarioOf } from '../../support/growth.ts';
import type { AuditedSource } from '../../../main/cli/auditSources.ts';
import { drawdown, withFile } from '../cli/captured.ts';

const terms = scenarioOf({
  timeZone: 'Europe/Berlin',
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
    { at: '2026-01-20', do: 'buy-prepaid', credits: 30, unitPrice: 4 },
  ],
  usage: {
    events: [
      { at: '2026-01-10T09:30', credits: '1120.5', id: 'a' },
      { at: '2026-02-10T09:30', credits: '190.25', id: 'b' },
    ],
  },
});
const run = deviatingRun(terms);
const needed = ['use', 'grant', 'expire', 'purchase', 'flex-close'];
const rows = [...ledgerRows(run)].filter(({ kind }) => needed.includes(kind));
const words: Readonly<Record<string, string>> = {
  use: 'Verbrauch',
  grant: 'Gutschrift',
  expire: 'Verfall',
  purchase: 'Kauf',
};

/** 2026-01-10T08:30:00Z as a German export writes it, in Berlin's time. */
function berlin(at: string): string {
  const local = new Date(new Date(at).getTime() + (at >= '2026-03-29T01' ? 2 : 1) * 3_600_000).toISOString();
  return `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)} ${local.slice(11, 16)}`;
}

function german(text: string): string {
  if (text === '') return '';
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

function several(row: LedgerRow): string {
  const sign = row.kind === 'use' ? (text: string) => (text === '0' ? '0' : `-${text}`) : (text: string) => text;
  const { at, kind, id, credits, included, prepaid, flex, includedAfter, prepaidAfter, flexMonthAfter } = row;
  const drawn = [credits, included, prepaid, flex].map((text) => (text === '' ? '' : german(sign(text))));
  const after = [includedAfter, prepaidAfter, flexMonthAfter].map(german);
  return [berlin(at), words[kind] ?? 'Abschluss', id, ...drawn, ...after].join(';');
}

const invoiceNames = ['number', 'issuedAt', 'kind', 'credits', 'unitPrice', 'amount'];
const header = 'Datum;Art;Nr;Credits;Paket;Guthaben;Flex;Paket danach;Guthaben danach;Flex danach';
const map = {
  format: 'drawdown.audit-map/1',
  delimiter: ';',
  columns: {
    at: 'Datum',
    kind: 'Art',
    id: 'Nr',
    credits: 'Credits',
    included: 'Paket',
    prepaid: 'Guthaben',
    flex: 'Flex',
    includedAfter: 'Paket danach',
    prepaidAfter: 'Guthaben danach',
    flexMonthAfter: 'Flex danach',
  },
  kinds: { Verbrauch: 'use', Gutschrift: 'grant', Verfall: 'expire', Kauf: 'purchase', Abschluss: 'flex-close' },
  time: { form: 'DD.MM.YYYY HH:mm', timeZone: 'Europe/Berlin' },
  decimalComma: true,
  thousands: '.',
  drawSign: 'negative',
};

async function audited(text: string, mapping: object) {
  const folder = withFile('t.scenario.json', terms);
  writeFileSync(path.join(folder, 'export.csv'), text);
  writeFileSync(path.join(folder, 'invoices.csv'), invoicesOf(run));
  writeFileSync(path.join(folder, 'map.json'), JSON.stringify(mapping));
  const files = ['--ledger', 'export.csv', '--map', 'map.json', '--json'];
  return drawdown(folder, 'audit', '--terms', 't.scenario.json', ...files);
}

const foreign = `${[header, ...rows.map(several)].join('\r\n')}\r\n`;

describe('a foreign export with a map', () => {
  it('is read: German dates, decimal commas, thousands, draws below zero', async () => {
    expect(foreign).toContain('-1.120,5');
    const { code, stdout, stderr } = await audited(foreign, map);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout) as AuditReport;
    expect(report).toMatchObject({ status: 'clean', findings: [], rows: rows.length });
    expect(code).toBe(0);
  });

  it('is hashed, counted, and counted again once it was audited', async () => {
    const { stdout } = await audited(foreign, map);
    const { sources } = JSON.parse(stdout) as { sources: AuditedSource[] };
    const ledger = sources.find(({ role }) => role === 'ledger')!;
    expect(ledger).toMatchObject({ bytes: Buffer.byteLength(foreign), unchanged: true });
    expect(ledger.sha256).toBe(createHash('sha256').update(foreign).digest('hex'));
    expect(ledger.control?.imported).toMatchObject({ rows: rows.length, first: '2025-12-31T23:00:00Z' });
    expect(ledger.control?.imported.sums).toContainEqual({ title: 'use', rows: 2, value: '1310.75' });
    expect(ledger.control?.audited).toEqual(ledger.control?.imported);
    expect(sources.map(({ role }) => role)).toEqual(['terms', 'ledger', 'map']);
  });

  it('is audited like any other', async () => {
    const { code, stdout } = await audited(foreign.replace(';-150;-30;-10,25;', ';-140;-30;-20,25;'), map);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as AuditReport).findings.map((finding) => finding.code)).toContain('draw-order');
  });

  it('may have one column of draws and name the pool, in cents', async () => {
    const lines = rows.flatMap(({ at, kind, id, credits, included, prepaid, flex }) => {
      const cents = (text: string): string => (text === '' ? '' : String(Math.round(Number(text) * 400)));
      if (kind !== 'use') return kind === 'expire' ? [] : [[at, kind, id, cents(credits), included, prepaid, flex]];
      return Object.entries({ included, prepaid, flex })
        .filter(([, amount]) => amount !== '0')
        .map(([pool, amount]) => [at, kind, id, '', pool, cents(amount)]);
    });
    const uses = lines.filter(([, kind]) => kind === 'use').map((line) => line.join(','));
    const text = `${['when,what,ref,total,pool,amount', ...uses].join('\n')}\n`;
    const mapping = {
      format: 'drawdown.audit-map/1',
      columns: { at: 'when', kind: 'what', id: 'ref' },
      unit: 'cents',
      centsPerCredit: '400',
      draw: { column: 'amount', pool: 'pool', pools: { included: 'included', prepaid: 'prepaid', flex: 'flex' } },
    };
    const { stdout } = await audited(text, mapping);
    const report = JSON.parse(stdout) as AuditReport;
    expect(report.rows).toBe(2);
    const codes = new Set(report.findings.map((finding) => finding.code));
    expect(codes).not.toContain('draw-order');
    expect(codes).not.toContain('rate');
  });

  it('has rows that do not fit: they are named, and the rest is audited', async () => {
    const { code, stdout, stderr } = await audited(foreign.replace('Verbrauch', 'Storno'), map);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^export\.csv:\d+: Art: not of the form that the map names \("Storno"\)/);
    expect((JSON.parse(stdout) as AuditReport).unchecked[0]).toContain('1 rows could not be read');
  });

  it.each([
    [{ ...map, columns: { ...map.columns, at: 'Tag' } }, 'no column Tag'],
    [{ ...map, columns: { kind: 'Art', credits: 'Credits' } }, 'no column for at'],
    [{ ...map, unit: 'cents' }, 'how many are one credit'],
    [{ ...map, time: { form: 'MM/YYYY' } }, 'names no year, month and day'],
    [{ ...map, colour: 'red' }, 'colour'],
    [{ ...map, columns: { at: 'Datum', kind: 'Art' } }, 'no column with credits'],
  ])('is refused before anything is computed where the map cannot be used: %#', async (mapping, reason) => {
    const { code, stdout, stderr } = await audited(foreign, mapping);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });

  it('may be lines of JSON, with usage and invoices in lines too, by the same names', async () => {
    const names = header.split(';');
    const lines = (text: string, own: readonly string[], delimiter: string): string =>
      text
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => {
          const cells = line.split(delimiter).map((cell, index) => [own[index]!, cell]);
          return JSON.stringify(Object.fromEntries(cells.filter(([, cell]) => cell !== '')));
        })
        .join('\n');
    const record = rows
      .filter(({ kind }) => kind === 'use')
      .map(({ at, credits, id }) => JSON.stringify({ event: { id, time: at }, spent: Number(credits) }));
    const mapping = {
      ...map,
      usage: {
        columns: { at: 'event.time', credits: 'spent', id: 'event.id' },
        time: { form: 'iso' },
        decimalComma: false,
      },
      invoices: {
        columns: Object.fromEntries(invoiceNames.map((name) => [name, name])),
        time: {},
        decimalComma: false,
      },
    };
    const folder = withFile('t.scenario.json', terms);
    writeFileSync(path.join(folder, 'rows.ndjson'), lines(foreign, names, ';'));
    writeFileSync(path.join(folder, 'usage.ndjson'), record.join('\n'));
    writeFileSync(path.join(folder, 'invoices.ndjson'), lines(invoicesOf(run), invoiceNames, ','));
    writeFileSync(path.join(folder, 'map.json'), JSON.stringify(mapping));
    const files = ['--ledger', 'rows.ndjson', '--usage', 'usage.ndjson', '--invoices', 'invoices.ndjson'];
    const audit = () =>
      drawdown(folder, 'audit', '--terms', 't.scenario.json', ...files, '--map', 'map.json', '--json');
    const { code, stdout, stderr } = await audit();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'clean',
      rows: rows.length,
      unchecked: ['The ledger has no meter, quantity: these were not compared.'],
    });

    writeFileSync(path.join(folder, 'usage.ndjson'), ['{"spent":1}', ...record].join('\n'));
    expect((await audit()).stderr).toMatch(/^usage\.ndjson:1: /);
    writeFileSync(path.join(folder, 'usage.ndjson'), '{"event":{"id":"a"},"spent":1}');
    expect(await audit()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('The file has no column event.time'),
    });
  });

  it('may write amounts with a currency and below zero in parentheses, where the map says so', async () => {
    const marked = foreign.replaceAll(/(?<=;)(-?)([\d.]+(?:,\d+)?)(?=;|\r)/g, (_, minus: string, amount: string) =>
      minus === '' ? `${amount} €` : `(${amount} €)`,
    );
    expect(marked).toContain('(1.120,5 €)');
    const chosen = await audited(marked, { ...map, currency: '€', parentheses: true });
    expect(chosen).toMatchObject({ code: 0, stderr: '' });
    const unsaid = await audited(marked, map);
    expect(unsaid).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('not of the form') });
    const letters = await audited(marked, { ...map, currency: '1€' });
    expect(letters).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('currency') });
  });

  it('of lines of JSON without a map is refused before anything is computed', async () => {
    const folder = withFile('t.scenario.json', terms);
    writeFileSync(path.join(folder, 'rows.ndjson'), '{"Datum":"01.01.2026","Art":"Kauf"}\n');
    const audit = await drawdown(folder, 'audit', '--terms', 't.scenario.json', '--ledger', 'rows.ndjson');
    expect(audit).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('needs a map (--map)') });
  });

  it('none of whose rows fits the map is refused before anything is computed', async () => {
    const { code, stdout, stderr } = await audited(foreign, { ...map, time: { form: 'YYYY/MM/DD' } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'export.csv: none of its rows can be read. The first, line 2, Datum: not of the form that the map names.\n',
    );
  });
});
