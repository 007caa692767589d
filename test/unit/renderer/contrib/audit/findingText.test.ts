import { describe, expect, it } from 'vitest';
import type { FindingView } from '../../../../../shared/rpc/auditViews.ts';
import { figureText, whereText } from '../../../../../renderer/contrib/audit/findingText.ts';
import { hypothesisTitle, parametersText } from '../../../../../renderer/contrib/audit/plainWords.ts';

const at = (row: number | null, invoice: number | null) => ({ row, invoice }) as FindingView;

describe('where a finding stands', () => {
  it('is its row, its invoice, or neither', () => {
    expect(whereText(at(1812, null))).toBe('Row 1,812');
    expect(whereText(at(812, 5))).toBe('Row 812, invoice 5');
    expect(whereText(at(null, 5))).toBe('Invoice 5');
    expect(whereText(at(null, null))).toBe('No row shows it');
  });
});

describe('figures and words', () => {
  it('are told apart: figures are grouped, words stay', () => {
    expect(figureText('1234567.5')).toBe('1,234,567.5');
    expect(figureText('the order of the terms')).toBe('the order of the terms');
  });
});

describe('a hypothesis', () => {
  it('is told in plain words, a pair as one sentence', () => {
    expect(hypothesisTitle('rollover + flex-ceil')).toMatch(/, and Flex was/);
    expect(hypothesisTitle('flex-ceil')).toBe('Flex was rounded up at the end of the month');
    expect(hypothesisTitle('flex-ceil+rollover')).toBe(
      'Flex was rounded up at the end of the month, and unused included credits rolled over to the next cycle',
    );
  });

  it('keeps the name that it has no words for', () => {
    expect(hypothesisTitle('something-new')).toBe('something-new');
  });

  it('names its parameters', () => {
    expect(parametersText({ zone: 'Asia/Tokyo', ids: ['a', 'b'] }, 'UTC')).toBe('zone Asia/Tokyo, ids a, b');
    const pair = { 'flex-ceil': {}, 'stale-rate': { meter: 'image', until: '2026-03-02T05:00:00.000Z' } };
    expect(parametersText(pair, 'America/New_York')).toBe('meter image, until 2026-03-02');
  });
});
