import { describe, expect, it } from 'vitest';
import { maskText } from '../../../../../renderer/workbench/presentation/maskText.ts';

describe('amounts in a presentation', () => {
  it.each([
    ['$4,196.00', '•••'],
    ['−$0.50 and +€12', '••• and •••'],
    ['1,234.50 CHF', '••• CHF'],
    ['1,530.484003332 credits', '••• credits'],
    ['0.333…', '•••'],
    ['Total: $4,196.00. Why?', 'Total: •••. Why?'],
    ['$2,102.00 → $2,114.00 +$12.00', '••• → ••• •••'],
    ['.00', '•••'],
    ['1.2K', '•••'],
    ['3M', '•••'],
    ['500 to 30,000', '••• to •••'],
    ['20–40', '•••–•••'],
    ['[500]', '[•••]'],
    ['"credits": 30000,', '"credits": •••,'],
    ['¥1200', '•••'],
    ['2026', '•••'],
  ])('%s is %s', (text, masked) => expect(maskText(text)).toBe(masked));

  it.each([
    '2026-01-01 until 2027-01-01',
    '2026-03',
    '2026-03-01T12:30:00Z',
    '9:04:07',
    'Jan 26',
    'Jan 2026',
    'Nov 22, 2026',
    'P90 of R24',
    '95 %',
    '12.5%',
    'Row 1,204',
    'Ln 3, Col 14',
    'version 2',
    'the 1st of each month',
    'Invoice 3, total',
    'timeline[2].plan',
    '3 errors, 1 warning',
    'sha256 09ab34cd11',
  ])('%s stays: it is no amount', (text) => expect(maskText(text)).toBe(text));

  it('what merely looks like a date’s or a row’s is hidden', () => {
    expect(maskText('Row 12.50')).toBe('Row •••');
    expect(maskText('May 1,200.50')).toBe('May •••');
  });

  it('in a text editor every letter keeps its place', () => {
    expect(maskText('  "price": "4.25",', true)).toBe('  "price": "••••",');
  });
});
