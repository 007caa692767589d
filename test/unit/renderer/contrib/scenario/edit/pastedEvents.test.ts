import { describe, expect, it } from 'vitest';
import { pastedEvents } from '../../../../../../renderer/contrib/scenario/edit/pastedEvents.ts';

describe('usage pasted from a spreadsheet', () => {
  it('is read by the names of its header, in any order', () => {
    expect(pastedEvents('id\tquantity\tmeter\tat\njob-1\t95\ttraining\t2026-01-03\n')).toEqual([
      { id: 'job-1', quantity: { number: '95' }, meter: 'training', at: '2026-01-03' },
    ]);
  });

  it('needs no header: a time with credits, or with a meter and a quantity', () => {
    expect(pastedEvents('2026-01-04\t12.50')).toEqual([{ at: '2026-01-04', credits: { number: '12.50' } }]);
    expect(pastedEvents('2026-01-04 09:30\ttraining\t60\tjob-2\r\n\r\n')).toEqual([
      { at: '2026-01-04T09:30', meter: 'training', quantity: { number: '60' }, id: 'job-2' },
    ]);
  });

  it('may be CSV, with quoted cells', () => {
    expect(pastedEvents('at,meter,quantity,id\n2026-01-03,"a ""b"", c",1,\n')).toEqual([
      { at: '2026-01-03', meter: 'a "b", c', quantity: { number: '1' } },
    ]);
    expect(pastedEvents('2026-01-03;training;5')).toEqual([
      { at: '2026-01-03', meter: 'training', quantity: { number: '5' } },
    ]);
  });

  it('loses thousands separators only where they cannot be decimal commas', () => {
    const quantities = pastedEvents('at\tquantity\na\t1,234,567\nb\t1,234.5\nc\t1,234\nd\t3,5').map(
      (row) => row.quantity,
    );
    expect(quantities).toEqual([{ number: '1234567' }, { number: '1234.5' }, '1,234', '3,5']);
  });

  it('keeps what it cannot read, for the decoder to explain', () => {
    expect(pastedEvents('at\tcredits\n3 Jan\tmany')).toEqual([{ at: '3 Jan', credits: 'many' }]);
    expect(pastedEvents(' \n\n')).toEqual([]);
  });
});
