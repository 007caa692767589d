import { describe, expect, it } from 'vitest';
import { shareText } from '../../../../renderer/charts/chartData.ts';
import { csvText } from '../../../../renderer/charts/csvText.ts';

describe('figures as CSV', () => {
  it('names the units in its header and leaves the figures as they are', () => {
    const text = csvText({
      currency: 'USD',
      columns: [
        { title: 'Month', kind: 'text' },
        { title: 'Flex', kind: 'credits' },
        { title: 'Mean', kind: 'money' },
      ],
      rows: [['2026-01', '1234.500000000', '-12.30']],
    });
    expect(text).toBe('Month,Flex (credits),Mean (USD)\r\n2026-01,1234.500000000,-12.30\r\n');
  });

  it('quotes what needs it and disarms what a spreadsheet would run', () => {
    const rows = [['a "b", c'], ['=1+1'], ['-x'], ['@sum']];
    const text = csvText({ currency: '', columns: [{ title: 'Model', kind: 'text' }], rows });
    expect(text.split('\r\n').slice(1, -1)).toEqual(['"a ""b"", c"', "'=1+1", "'-x", "'@sum"]);
  });

  it('never rounds a share to never or always', () => {
    expect([0, 0.0001, 0.004, 0.31, 0.905, 0.99999, 1].map(shareText)).toEqual([
      '0 %',
      '< 0.1 %',
      '0.4 %',
      '31 %',
      '90.5 %',
      '> 99.9 %',
      '100 %',
    ]);
  });
});
