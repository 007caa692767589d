import { describe, expect, it } from 'vitest';
import { auditMapping } from '../../../../../../shared/interchange/auditMapping.ts';
import { mappingFault } from '../../../../../../shared/interchange/importers/mappedLedger.ts';
import {
  formsOf,
  withColumn,
  withDelimiter,
  withForms,
  withKind,
  withMeter,
  withOneDraw,
  withPool,
} from '../../../../../../renderer/contrib/audit/mapping/mappingEdit.ts';
import { mergeMappings } from '../../../../../../renderer/contrib/audit/mapping/mergeMappings.ts';

const ledger = auditMapping.parse({
  format: 'drawdown.audit-map/1',
  delimiter: ';',
  columns: { at: 'Datum', kind: 'Art', credits: 'Credits' },
  time: { form: 'DD.MM.YYYY' },
  decimalComma: true,
  thousands: '.',
});
const invoices = auditMapping.parse({
  format: 'drawdown.audit-map/1',
  columns: {},
  time: { form: 'MM/DD/YYYY' },
  invoices: { columns: { number: 'No', issuedAt: 'Date', kind: 'Item', amount: 'Total' } },
});
const usage = auditMapping.parse({
  format: 'drawdown.audit-map/1',
  columns: {},
  meters: { Bilder: 'image' },
  usage: { columns: { at: 'when', meter: 'what', quantity: 'n' } },
});

describe('one map of several foreign files', () => {
  it('keeps the times and numbers of each', () => {
    const merged = mergeMappings({ ledger, invoices, usage })!;
    expect(auditMapping.parse(merged)).toEqual(merged);
    expect(merged).toMatchObject({
      columns: ledger.columns,
      time: { form: 'DD.MM.YYYY' },
      meters: { Bilder: 'image' },
    });
    expect(merged.invoices).toMatchObject({ time: { form: 'MM/DD/YYYY' }, decimalComma: false });
    expect(merged.invoices).not.toHaveProperty('thousands');
    expect(merged.usage).toMatchObject({ columns: { at: 'when' }, time: { form: 'iso' } });
    expect(mappingFault(merged)).toBeNull();
  });

  it('says nothing of a ledger of our own', () => {
    const merged = mergeMappings({ invoices });
    expect(merged?.columns).toEqual({});
    expect(mappingFault(merged!)).toBeNull();
    expect(mergeMappings({})).toBeNull();
  });
});

describe('a map as it is corrected', () => {
  it('names a column, another, and none', () => {
    const named = withColumn(ledger, 'ledger', ['id', 'Nr']);
    expect(named.columns).toMatchObject({ at: 'Datum', id: 'Nr' });
    expect(withColumn(named, 'ledger', ['id', '']).columns).not.toHaveProperty('id');
    expect(withColumn(invoices, 'invoices', ['credits', 'Menge']).invoices?.columns.credits).toBe('Menge');
  });

  it('writes times and numbers where the role has them', () => {
    const changed = withForms(invoices, 'invoices', { decimalComma: true, thousands: '.' });
    expect(formsOf(changed, 'invoices')).toMatchObject({
      decimalComma: true,
      thousands: '.',
      time: { form: 'MM/DD/YYYY' },
    });
    expect(formsOf(changed, 'ledger')).toMatchObject({ decimalComma: false });
    expect(withForms(ledger, 'ledger', { thousands: undefined })).not.toHaveProperty('thousands');
    expect(withDelimiter(usage, 'usage', '|').usage?.delimiter).toBe('|');
  });

  it('gives words their meaning, and takes it again, whatever the word', () => {
    const kinds = withKind(withKind(ledger, 'ledger', ['Kauf', 'purchase']), 'ledger', ['__proto__', 'use']).kinds!;
    expect(Object.entries(kinds)).toEqual([
      ['Kauf', 'purchase'],
      ['__proto__', 'use'],
    ]);
    expect(({} as { use?: unknown }).use).toBeUndefined();
    expect(withKind({ ...ledger, kinds }, 'ledger', ['Kauf', null]).kinds).not.toHaveProperty('Kauf');
    expect(withMeter(usage, 'Bilder', 'Bilder').meters).toEqual({});
  });

  it('has one column of draws with the pool beside it, or several', () => {
    const one = withOneDraw(ledger, true, ['Datum', 'Art', 'Credits', 'Betrag', 'Topf']);
    expect(one.draw).toEqual({ column: 'Betrag', pool: 'Topf', pools: {} });
    expect(withPool(one, 'Paket', 'included').draw?.pools).toEqual({ Paket: 'included' });
    expect(withOneDraw(one, false, [])).not.toHaveProperty('draw');
  });
});
