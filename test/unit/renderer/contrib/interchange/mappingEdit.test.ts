import { describe, expect, it } from 'vitest';
import {
  columnUse,
  mappingFaults,
  meterName,
  withMeterOf,
  withQuantityKind,
  withWideColumn,
  withWideMeter,
} from '../../../../../renderer/contrib/interchange/mappingEdit.ts';
import { csvMapping, type CsvMapping } from '../../../../../shared/interchange/mapping.ts';

const columns = ['TIMESTAMP', 'ContextTokens', 'GeneratedTokens'];
const wide: CsvMapping = {
  format: 'csv',
  delimiter: ',',
  time: { column: 'TIMESTAMP', kind: 'iso' },
  timeZone: 'UTC',
  quantity: { kind: 'wide', columns: [{ column: 'ContextTokens', meter: 'context-tokens' }] },
  id: null,
  decimalComma: false,
};

describe('correcting how a CSV is read', () => {
  it('takes a column up as a meter under a name made from its own, and leaves it out again', () => {
    const more = withWideColumn(wide, 'GeneratedTokens', true);
    expect(more.quantity).toEqual({
      kind: 'wide',
      columns: [
        { column: 'ContextTokens', meter: 'context-tokens' },
        { column: 'GeneratedTokens', meter: 'generated-tokens' },
      ],
    });
    expect(withWideColumn(more, 'GeneratedTokens', false)).toEqual(wide);
  });

  it('names the meter that a column feeds', () => {
    expect(withWideMeter(wide, 'ContextTokens', 'gpt-in').quantity).toEqual({
      kind: 'wide',
      columns: [{ column: 'ContextTokens', meter: 'gpt-in' }],
    });
    expect(['ContextTokens', 'Used (GB)', '…'].map(meterName)).toEqual(['context-tokens', 'used-gb', 'meter']);
  });

  it('changes the layout of quantities to one that the host takes, with the quantity carried over', () => {
    for (const kind of ['long', 'credits', 'wide'] as const) {
      const changed = withQuantityKind(wide, kind, columns);
      expect(csvMapping.safeParse(changed).success).toBe(true);
      expect(mappingFaults(changed, columns)).toEqual([]);
      expect(columnUse(changed, 'ContextTokens')).not.toBeNull();
    }
  });

  it('lets a value of the meter column count for another meter, until it gets its own name back', () => {
    const long = withQuantityKind(wide, 'long', columns);
    const renamed = withMeterOf(long, 'ctx', 'gpt-in');
    expect(renamed.quantity).toMatchObject({ meters: [{ value: 'ctx', meter: 'gpt-in' }] });
    expect(withMeterOf(renamed, 'ctx', 'ctx')).toEqual(long);
  });

  it('says what keeps a mapping from being used', () => {
    expect(mappingFaults(wide, columns)).toEqual([]);
    expect(mappingFaults({ ...wide, id: 'request' }, columns)).toEqual(['The file has no column “request”.']);
    expect(mappingFaults(withWideColumn(wide, 'ContextTokens', false), columns)).toHaveLength(1);
    expect(mappingFaults(withWideMeter(wide, 'ContextTokens', ' '), columns)).toHaveLength(1);
  });

  it('says what each column is used for', () => {
    expect(columns.map((column) => columnUse(wide, column))).toEqual(['time', 'context-tokens', null]);
  });
});
