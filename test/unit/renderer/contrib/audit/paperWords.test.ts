import { describe, expect, it } from 'vitest';
import type { AuditPaper, FindingView } from '../../../../../shared/rpc/auditViews.ts';
import { isSigned, signedBy, statusOf } from '../../../../../renderer/contrib/audit/paperWords.ts';

const finding = { code: 'flex-rounding', row: 812, invoice: null, at: '2026-02-01T00:00:00Z' } as FindingView;
const about = { code: finding.code, row: finding.row, invoice: finding.invoice, at: finding.at };
const paper = (change: Partial<AuditPaper>): AuditPaper => ({
  seq: 1,
  at: '2026-03-01T00:00:00Z',
  by: 'Ada',
  role: null,
  finding: null,
  row: null,
  owner: null,
  due: null,
  status: null,
  text: '',
  reason: null,
  ...change,
});

describe('what becomes of a finding', () => {
  it('is what the latest note on it says', () => {
    const papers = [
      paper({ finding: about, status: 'disputed' }),
      paper({ finding: about, status: 'settled' }),
      paper({ finding: about }),
      paper({ finding: { ...about, row: 9 }, status: 'open' }),
    ];
    expect(statusOf(papers, finding)).toBe('settled');
    expect(statusOf([paper({ status: 'open' })], finding)).toBeNull();
  });
});

describe('a sign-off', () => {
  it('is the latest in its role', () => {
    const papers = [paper({ role: 'preparer' }), paper({ role: 'preparer', by: 'Cy' }), paper({ text: 'a note' })];
    expect(signedBy(papers, 'preparer')?.by).toBe('Cy');
    expect(signedBy(papers, 'reviewer')).toBeNull();
    expect(isSigned(papers)).toBe(true);
    expect(isSigned([paper({})])).toBe(false);
  });
});
