import type { Evidence } from '../../shared/audit/evidence/evidence.ts';
import type { Finding } from '../../shared/audit/finding.ts';
import type { AuditReport } from '../../shared/audit/report.ts';

/** A finding of an overcharge of one Flex credit, with whatever a test wants otherwise. */
export function findingOf(parts: Partial<Finding> = {}): Finding {
  return {
    code: 'flex-rounding',
    rule: 'R12',
    severity: 'error',
    row: 8,
    invoice: 2,
    at: '2026-02-01T00:00:00Z',
    expected: '77',
    actual: '78',
    credits: '1',
    money: '4.00',
    message: 'The month’s Flex was rounded up.',
    ...parts,
  };
}

/** A report on half a year in which one Flex credit too many was charged. */
export function reportOf(parts: Partial<AuditReport> = {}): AuditReport {
  const findings = parts.findings ?? [findingOf()];
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return {
    status: findings.length === 0 ? 'clean' : 'findings',
    rows: 1200,
    invoiceLines: 3,
    findings,
    findingCounts: counts,
    firstDivergence: { row: 8, code: 'flex-rounding' },
    differingRows: 1,
    totals: {
      expected: { subscription: '598.00', prepaid: '0.00', flex: '308.00', total: '906.00' },
      actual: { subscription: '598.00', prepaid: '0.00', flex: '312.00', total: '910.00' },
      difference: { subscription: '0.00', prepaid: '0.00', flex: '4.00', total: '4.00' },
    },
    reconciliation: {
      expected: '906.00',
      actual: '910.00',
      difference: '4.00',
      byFinding: {
        causes: [{ code: 'flex-rounding', rule: 'R12', count: 1, credits: '1', money: '4.00' }],
        unexplained: '0.00',
      },
      byHypothesis: {
        causes: [{ hypothesis: 'flex-ceil', parameters: {}, count: 1, credits: '1', money: '4.00' }],
        unexplained: '0.00',
      },
    },
    residual: '4.00',
    explanations: [{ hypothesis: 'flex-ceil', parameters: {}, residual: '0.00', differingRows: 0 }],
    explained: true,
    tieOut: [
      {
        invoice: 1,
        issuedAt: '2026-01-01T00:00:00Z',
        kind: 'subscription',
        difference: '0.00',
        tied: true,
        expected: { credits: null, amount: '299.00' },
        actual: { credits: null, amount: '299.00' },
      },
      {
        invoice: 2,
        issuedAt: '2026-02-01T00:00:00Z',
        kind: 'flex',
        difference: '4.00',
        tied: false,
        expected: { credits: '77', amount: '308.00' },
        actual: { credits: '78', amount: '312.00' },
      },
    ],
    unchecked: ['Completeness of usage was not checked: there is no independent record.'],
    ...parts,
  };
}

/** The head hash of the evidence that `evidenceOf` gives. */
export const head = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What a report says of that audit, with whatever a test wants otherwise. */
export function evidenceOf(parts: Partial<Evidence> = {}): Evidence {
  return {
    name: 'Acme 2026',
    currency: 'USD',
    timeZone: 'America/New_York',
    period: { from: '2026-01-01', until: '2026-07-01' },
    policy: [{ title: 'Flex months', value: 'anniversary' }],
    versions: { engine: 'drawdown/0.1.0', policy: 'R1-R27' },
    filters: [],
    sources: [
      {
        role: 'ledger',
        name: 'acme.ledger',
        bytes: 123_456,
        rows: 1200,
        sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        totals: [{ title: 'credits', value: '227.7' }],
      },
    ],
    head,
    report: reportOf(),
    judgement: null,
    samples: [],
    exceptions: null,
    papers: null,
    unread: { count: 0, first: [] },
    ...parts,
  };
}
