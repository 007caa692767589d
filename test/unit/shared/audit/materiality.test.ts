import { describe, expect, it } from 'vitest';
import { judge, minorUnits, type Thresholds } from '../../../../shared/audit/materiality.ts';
import type { TieOutLine } from '../../../../shared/audit/tieOut.ts';
import { findingOf } from '../../../support/evidenceOf.ts';

const none: Thresholds = { overall: null, tolerance: null, trivial: null };

/** Invoice lines that differ by these amounts. */
const linesOf = (...differences: string[]): TieOutLine[] =>
  differences.map((difference) => ({
    invoice: 1,
    issuedAt: '2026-02-01T00:00:00Z',
    kind: 'flex',
    difference,
    tied: difference === '0.00',
    expected: { credits: null, amount: '0.00' },
    actual: { credits: null, amount: difference },
  }));

const judged = (money: readonly string[], thresholds: Partial<Thresholds>) =>
  judge(
    {
      findings: money.filter((amount) => amount !== '0.00').map((amount) => findingOf({ money: amount })),
      tieOut: linesOf(...money),
      currency: 'USD',
      digits: 2,
    },
    { ...none, ...thresholds },
  );

describe('materiality', () => {
  it('adds up what each line differs by, without its sign', () => {
    const { verdict, misstatement, message } = judged(['4.00', '-3.00', '0.00'], { overall: 700n });
    expect({ verdict, misstatement }).toEqual({ verdict: 'immaterial', misstatement: '7.00' });
    expect(message).toBe(
      'The differences of the invoice lines add up to 7.00 USD, no more than the materiality of 7.00 USD.',
    );
  });

  it('is passed by one cent more', () => {
    const { verdict, message } = judged(['4.00', '-3.01'], { overall: 700n });
    expect(verdict).toBe('material');
    expect(message).toContain('7.01 USD, more than the materiality of 7.00 USD');
  });

  it('keeps and marks what is clearly trivial, and does not add it up', () => {
    const { marks, misstatement, trivial, message } = judged(['0.99', '1.00', '50.00'], { overall: 0n, trivial: 100n });
    expect(marks).toEqual({
      findings: ['trivial', 'material', 'material'],
      lines: ['trivial', 'material', 'material'],
    });
    expect({ misstatement, trivial }).toEqual({ misstatement: '51.00', trivial: '0.99' });
    expect(message).toContain('clearly trivial ones of 0.99 USD apart');
  });

  it('marks what is within tolerance, up to and including it, and adds it up all the same', () => {
    const { marks, misstatement } = judged(['5.00', '-5.00', '5.01', '0.00'], { tolerance: 500n });
    expect(marks.lines).toEqual(['tolerated', 'tolerated', 'above', null]);
    expect(misstatement).toBe('15.01');
  });

  it('marks what is material by itself, and what no threshold was given for not at all', () => {
    const lines = ['0.50', '5.00', '7.00', '7.01'];
    const all = judged(lines, { overall: 700n, tolerance: 500n, trivial: 100n });
    expect(all.marks.lines).toEqual(['trivial', 'tolerated', 'above', 'material']);
    expect(judged(lines, { overall: 700n }).marks.lines).toEqual([null, null, null, 'material']);
    expect(judged(lines, {}).marks.lines).toEqual([null, null, null, null]);
  });

  it('is clean where nothing differs, and open where no materiality was given', () => {
    expect(judged(['0.00'], { overall: 100n }).verdict).toBe('clean');
    expect(judged(['1.00'], { tolerance: 100n }).verdict).toBe('open');
  });

  it('makes no broken chain small: such findings are judged by their nature', () => {
    const findings = [findingOf({ code: 'hash', rule: 'chain', money: '0.00' })];
    const { verdict, byNature, marks, message } = judge(
      { findings, tieOut: linesOf('0.00'), currency: 'USD', digits: 2 },
      { overall: 100_000n, tolerance: 100_000n, trivial: 100_000n },
    );
    expect({ verdict, byNature, marks: marks.findings }).toEqual({ verdict: 'open', byNature: 1, marks: [null] });
    expect(message).toContain('no amount of money makes');
  });

  it('reads amounts with no more decimals than the currency has', () => {
    expect(minorUnits('12.5', 2)).toBe(1250n);
    expect(minorUnits('12.505', 2)).toBeNull();
    expect(minorUnits('7', 0)).toBe(7n);
    expect(minorUnits('1,000', 2)).toBeNull();
  });
});
