import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const terms = 'acme.scenario.json';
const scenario = JSON.stringify({
  format: 'drawdown.scenario/1',
  name: 'Acme',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  horizon: { start: '2026-01-01', end: '2026-03-01' },
  plans: [{ id: 'team', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 1500, flexPrice: 4 }],
  meters: [{ id: 'image', unit: 'image', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 100 }] }],
  timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'team' }],
  usage: { events: [{ at: '2026-01-10T09:30', credits: 1227.75, id: 'jan' }] },
});
/** What the rules make of the terms, as a German system exports it: local times, draws below zero. */
const german = `Datum;Art;Nr;Credits;Paket;Guthaben;Flex;Paket danach
01.01.2026 00:00;Gutschrift;;1.500;1.500;;;1.500
10.01.2026 09:30;Verbrauch;jan;-1.227,75;-1.227,75;0;0;272,25
01.02.2026 00:00;Verfall;;272,25;-272,25;;;0
01.02.2026 00:00;Gutschrift;;1.500;1.500;;;1.500
01.03.2026 00:00;Verfall;;1.500;-1.500;;;0
`;
const invoices = `Rechnungsnummer;Rechnungsdatum;Position;Menge;Einzelpreis;Betrag
RE-1;01.01.2026;Grundgebühr;1500;;299,00
RE-2;01.02.2026;Grundgebühr;1500;;299,00
`;
const usage = 'when|what|how many\n2026-01-10 09:30|Bilder|122.775\n';

describe.each(transports)('a file before it is audited, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'theirs'));
    writeFileSync(join(folder, terms), scenario);
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const preview = (text: string | Uint8Array, wish: Partial<RpcParams<'audit.preview'>> = {}) => {
    writeFileSync(join(folder, 'theirs/file.csv'), text);
    return host.call('audit.preview', { ...asked, ...wish });
  };
  const asked = { source: { path: 'theirs/file.csv' }, role: null, mapping: null, map: null, terms };
  const run = (files: Partial<RpcParams<'audit.run'>>) =>
    host.call('audit.run', {
      job: 'j',
      terms,
      usage: null,
      ledger: null,
      invoices: null,
      map: null,
      head: null,
      ...files,
    });

  it('in our own format is told by its columns, and counted', async () => {
    const read = await preview('at,meter,quantity,id\n2026-01-10T00:00:00Z,image,3,a\nnever,image,1,b\n');
    expect(read).toMatchObject({ role: 'usage', origin: 'own', mapping: null, fault: null, refusedCount: 1 });
    expect(read.refused).toMatchObject([{ line: 3, column: 'at', text: 'never' }]);
    expect(read.control).toMatchObject({ rows: 1, sums: [{ title: 'image', rows: 1, value: '3' }] });
    expect(read.rows).toEqual([{ line: 2, cells: ['2026-01-10T00:00:00Z', 'image', '3', '', 'a'] }]);
  });

  it('of a German export is guessed whole: columns, dates, decimal comma, signs and kinds', async () => {
    const read = await preview(german);
    expect(read).toMatchObject({ role: 'ledger', origin: 'guessed', fault: null, refusedCount: 0, delimiter: ';' });
    expect(read.mapping).toMatchObject({
      columns: {
        at: 'Datum',
        kind: 'Art',
        id: 'Nr',
        credits: 'Credits',
        included: 'Paket',
        includedAfter: 'Paket danach',
      },
      kinds: { Gutschrift: 'grant', Verbrauch: 'use', Verfall: 'expire' },
      time: { form: 'DD.MM.YYYY HH:mm', timeZone: 'Europe/Berlin' },
      decimalComma: true,
      thousands: '.',
      drawSign: 'negative',
    });
    const at = read.rowColumns.indexOf('at');
    const credits = read.rowColumns.indexOf('credits');
    expect(read.rows[1]).toMatchObject({ line: 3 });
    expect(read.rows[1]!.cells[at]).toBe('2026-01-10T08:30:00Z');
    expect(read.rows[1]!.cells[credits]).toBe('1227.75');
    expect(read.words.find(({ column }) => column === 'Art')?.words).toContainEqual({ word: 'Gutschrift', rows: 2 });
    expect(read.control).toMatchObject({ rows: 5, first: '2025-12-31T23:00:00Z' });
    expect(read.control?.sums).toContainEqual({ title: 'use', rows: 1, value: '1227.75' });
  });

  it('of lines of JSON is guessed by the names of its members, and its amounts with currency and parentheses', async () => {
    const ndjson = [
      { when: '2026-01-01 00:00', type: 'Monthly credit', credits: '€1,500.00', 'plan after': '€1,500.00' },
      { when: '2026-01-10 09:30', type: 'Usage', ref: 'jan', credits: '(€1,227.75)', 'plan after': '€272.25' },
    ]
      .map((row) => JSON.stringify(row))
      .join('\n');
    const read = await preview(ndjson);
    expect(read).toMatchObject({ role: 'ledger', origin: 'guessed', fault: null, refusedCount: 0, delimiter: null });
    expect(read.mapping).toMatchObject({
      columns: { at: 'when', kind: 'type', id: 'ref', credits: 'credits', includedAfter: 'plan after' },
      kinds: { 'Monthly credit': 'grant', Usage: 'use' },
      thousands: ',',
      currency: '€',
      parentheses: true,
      drawSign: 'negative',
    });
    expect(read.doubts).toHaveLength(2);
    expect(read.control?.sums).toContainEqual({ title: 'use', rows: 1, value: '1227.75' });
    expect(read.rows[1]).toMatchObject({ line: 2 });
    const view = await run({ ledger: { path: 'theirs/file.csv' }, map: { mapping: read.mapping! } });
    const shown = await host.call('audit.rows', { auditId: view.auditId, row: 2, before: 1, after: 1 });
    expect(shown).toMatchObject({ asInFile: true, columns: ['when', 'type', 'credits', 'plan after', 'ref'] });
  });

  it('is audited with the map that was previewed, without a file of it', async () => {
    const { mapping } = await preview(german);
    const view = await run({ ledger: { path: 'theirs/file.csv' }, map: { mapping: mapping! } });
    expect(view).toMatchObject({ status: 'clean', rows: 5 });
    expect(view.sources.find(({ role }) => role === 'map')).toMatchObject({ name: 'map.json' });
    expect((await host.call('audit.pack', { auditId: view.auditId })).path).toMatch(/^reports\/audit-file/);
  });

  it('shows the rows that a map cannot read, with line, column and reason, and reads the others', async () => {
    const { mapping } = await preview(german);
    const damaged = german.replace('10.01.2026', '2026/01/10').replace('Verfall', 'Storno');
    const bad = await preview(damaged, { role: 'ledger', mapping });
    expect(bad.refused).toMatchObject([
      { line: 3, column: 'Datum', text: '2026/01/10 09:30' },
      { line: 4, column: 'Art', text: 'Storno' },
    ]);
    expect(bad.control?.rows).toBe(3);
  });

  it('is read by the map that was kept for its header, and by no other', async () => {
    const guessed = await preview(german);
    const mapping = { ...guessed.mapping!, drawSign: 'positive' as const };
    await host.call('audit.keepMap', { fingerprint: guessed.fingerprint!, name: 'file.csv', mapping });
    expect(await preview(german)).toMatchObject({ origin: 'remembered', mapping: { drawSign: 'positive' } });
    expect(await preview(german.replace('Guthaben', 'Wallet'))).toMatchObject({ origin: 'guessed' });
  });

  it('may be mapped by a file of the folder', async () => {
    const { mapping } = await preview(german);
    writeFileSync(join(folder, 'theirs/map.json'), JSON.stringify(mapping));
    const read = await preview(german, { role: 'ledger', map: { path: 'theirs/map.json' } });
    expect(read).toMatchObject({ origin: 'given', mapping, refusedCount: 0 });
    expect(await host.refused('audit.preview', { ...asked, map: { path: terms } })).toBe('bad-input');
  });

  it('has kinds that come late, and they are guessed too', async () => {
    const more = Array.from({ length: 300 }, (_, day) => `15.01.2026 00:00;Verbrauch;${day};0;0;0;0;0`).join('\n');
    const late = `${german.trim().split('\n').slice(0, 3).join('\n')}\n${more}\n20.02.2026 00:00;Kauf;lot;30;;30;;0\n`;
    const read = await preview(late);
    expect(read.mapping?.kinds).toMatchObject({ Kauf: 'purchase' });
    expect(read.refusedCount).toBe(0);
  });

  it('may be foreign invoices, beside a ledger of our own', async () => {
    const read = await preview(invoices);
    expect(read).toMatchObject({ role: 'invoices', origin: 'guessed', refusedCount: 0 });
    expect(read.rows[0]!.cells).toEqual(['1', '2025-12-31T23:00:00Z', 'subscription', '1500', '', '299.00']);
    const ledger = await host.call('ledger.write', { path: terms });
    const view = await run({
      ledger: { path: ledger.path },
      invoices: { path: 'theirs/file.csv' },
      map: { mapping: read.mapping! },
    });
    expect(view).toMatchObject({ status: 'clean', tieOutCount: { lines: 2, tied: 2 } });
  });

  it('may be a foreign usage record, its meters by name', async () => {
    const read = await preview(usage, { role: 'usage' });
    const mapping = {
      ...read.mapping!,
      meters: { Bilder: 'image' },
      usage: { delimiter: '|' as const, columns: { at: 'when', meter: 'what', quantity: 'how many' } },
    };
    const mapped = await preview(usage, { role: 'usage', mapping });
    const cut = await preview(`${usage}2026-01-11 09:30|Bilder\nlater|Bilder|x\n`, { role: 'usage', mapping });
    expect(cut.refused).toEqual([
      { line: 3, column: '', reason: '2 cells, and the header has 3', text: '2026-01-11 09:30|Bilder' },
      expect.objectContaining({ line: 4, column: 'at', text: 'later' }),
    ]);
    expect(mapped.rows).toEqual([{ line: 2, cells: ['2026-01-10T08:30:00Z', 'image', '122.775', '', ''] }]);
  });

  it.each([
    ['nothing in it', '', 'The file is empty'],
    ['a list of JSON', '[{"a":1}]\n', 'none of ours'],
    ['JSON over several lines', '{\n"a":1}\n', 'none of ours'],
    ['lines of JSON with one member', '{"a":1}\n', 'one column only'],
    ['no header', '1,2,3\n4,5,6\n', 'is a value, not a name'],
    ['one column', 'name\nAda\n', 'one column only'],
    ['columns that are none of a ledger', 'when,who\n2026-01-01,Ada\n', 'no column with credits'],
  ])('cannot be mapped with %s, and says why', async (_, text, reason) => {
    const read = await preview(text, { role: 'ledger' });
    expect(read.fault).toContain(reason);
    expect(read).toMatchObject({ rows: [], control: null });
  });

  it.each([
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), 'ZIP or XLSX'],
    ['bytes that are no UTF-8', Buffer.from([97, 44, 98, 10, 0xff, 0xfe, 0xc3, 0x28, 10]), 'UTF-8'],
    ['NUL characters', Buffer.from('at,kind\n\0\0\0\0,use\n'), 'NUL'],
  ])('is refused by name where it is %s', async (_, bytes, reason) => {
    writeFileSync(join(folder, 'theirs/file.csv'), bytes);
    const outcome = await host.send('audit.preview', asked);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(JSON.stringify(outcome)).toContain(reason);
  });

  it('may be hostile: words of the language are words, and a column without end is cut', async () => {
    const { mapping } = await preview(german);
    const meters = { Paket: 'image' };
    const columns = { ...mapping!.columns, meter: 'Nr' };
    const read = await preview(german.replace(';jan;', ';constructor;').replace('Verfall', '__proto__'), {
      role: 'ledger',
      mapping: { ...mapping!, meters, columns },
    });
    expect(read.refused).toMatchObject([{ line: 4, column: 'Art', text: '__proto__' }]);
    expect(read.rows[1]!.cells[read.rowColumns.indexOf('meter')]).toBe('constructor');
    const open = await preview(`Datum;Art\n"${'x'.repeat(400_000)}\n01.01.2026;Kauf\n`, { role: 'ledger', mapping });
    expect(open.fault).toMatch(/no column/);
  });
});
