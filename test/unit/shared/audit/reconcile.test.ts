import { describe, expect, it } from 'vitest';
import type { OpenFinding } from '../../../../shared/audit/finding.ts';
import { reconcile } from '../../../../shared/audit/reconcile.ts';

const finding = (change: Partial<OpenFinding>): OpenFinding => ({
  code: 'flex-rounding',
  rule: 'R12',
  severity: 'error',
  row: 1,
  invoice: null,
  at: 0,
  expected: '',
  actual: '',
  credits: 0,
  money: 0n,
  message: '',
  ...change,
});
const base = { findings: [], supposed: [], expected: 90_600n, actual: 91_000n, digits: 2 };

describe('a reconciliation', () => {
  it('groups findings by code and rule, the greatest effect first, and leaves the rest unexplained', () => {
    const findings = [
      finding({ money: 400n, credits: 1_000_000_000 }),
      finding({ code: 'rate', rule: 'R18', money: -900n, credits: -2_500_000_000 }),
      finding({ money: 800n, credits: 2_000_000_000 }),
    ];
    expect(reconcile({ ...base, findings })).toEqual({
      expected: '906.00',
      actual: '910.00',
      difference: '4.00',
      byFinding: {
        causes: [
          { code: 'flex-rounding', rule: 'R12', count: 2, credits: '3', money: '12.00' },
          { code: 'rate', rule: 'R18', count: 1, credits: '-2.5', money: '-9.00' },
        ],
        unexplained: '1.00',
      },
      byHypothesis: null,
    });
  });

  it('splits by the mistakes that explain the bill, one after the other', () => {
    const effect = { parameters: {}, lines: 1, credits: 0n };
    const supposed = [
      { ...effect, hypothesis: 'time-zone', money: 900n },
      { ...effect, hypothesis: 'flex-ceil', money: -300n },
    ];
    const { byHypothesis } = reconcile({ ...base, supposed });
    expect(byHypothesis).toMatchObject({
      causes: [
        { hypothesis: 'time-zone', money: '9.00' },
        { hypothesis: 'flex-ceil', money: '-3.00' },
      ],
      unexplained: '-2.00',
    });
  });

  it('counts what an invoice states of its own total, but no money of it: no line holds it', () => {
    const findings = [finding({ code: 'invoice-total', rule: 'R24', money: 5000n })];
    const { byFinding } = reconcile({ ...base, actual: base.expected, findings });
    expect(byFinding).toEqual({
      causes: [{ code: 'invoice-total', rule: 'R24', count: 1, credits: '0', money: '0.00' }],
      unexplained: '0.00',
    });
  });

  it('leaves out what is merely odd', () => {
    const findings = [finding({ code: 'near-duplicate', severity: 'warning' })];
    expect(reconcile({ ...base, findings }).byFinding.causes).toEqual([]);
  });
});
