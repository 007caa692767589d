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
});
