import type { Finding } from '../../../shared/audit/finding.ts';
import type { AuditReport } from '../../../shared/audit/report.ts';
import { formatFixed } from '../../../shared/base/decimal.ts';
import { ruleText } from '../../../shared/engine/ruleText.ts';
import type { AuditSourceView, AuditView, FindingGroup, FindingView } from '../../../shared/rpc/auditViews.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { AuditedFiles } from './auditedFiles.ts';

const listed = { findings: 500, tieOut: 2000, badRows: 200 };

/** What the file itself promises, where no billing rule is broken. */
const otherRules: Readonly<Record<string, string>> = {
  format: 'Rows are numbered from 1 without gaps, stand in the order of time, and each balance follows from its row.',
  chain: 'Each row carries a hash of itself and of the row before it: a row that was altered, added or cut off shows.',
};

interface Parts {
  readonly auditId: string;
  readonly scenario: Pick<Scenario, 'name' | 'currency' | 'zone'>;
  readonly audited: AuditedFiles;
  readonly sources: readonly AuditSourceView[];
}

/** A report as the workbench shows it: the first of each list, and everything counted. */
export function auditView({ auditId, scenario, audited, sources }: Parts): AuditView {
  const { report, badRows, badRowCount } = audited;
  const all = findingViews(report);
  return {
    auditId,
    name: scenario.name,
    currency: scenario.currency,
    timeZone: scenario.zone.id,
    status: report.status,
    rows: report.rows,
    invoiceLines: report.invoiceLines,
    groups: groupsOf(report),
    findingCount: Object.values(report.findingCounts).reduce((sum, count) => sum + count, 0),
    findings: all.slice(0, listed.findings),
    firstDivergence: report.firstDivergence,
    totals: report.totals,
    reconciliation: report.reconciliation,
    explanations: report.explanations,
    tieOut: report.tieOut.slice(0, listed.tieOut),
    tieOutCount: { lines: report.tieOut.length, tied: report.tieOut.filter(({ tied }) => tied).length },
    sources,
    notChecked: report.unchecked,
    badRows: { count: badRowCount, first: badRows.slice(0, listed.badRows) },
    ruleTexts: ruleTextsOf(report.findings),
  };
}

/** The findings of a report with their places in it. */
export function findingViews({ findings }: AuditReport): FindingView[] {
  return findings.map((finding, index) => ({ index, ...finding }));
}

const order: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** The findings by code: what is wrong before what is odd, then in the order of the report. */
function groupsOf({ findings, findingCounts }: AuditReport): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group) group.push(finding);
    else groups.set(finding.code, [finding]);
  }
  return [...groups.values()]
    .map((group): FindingGroup => {
      const { code, rule, severity } = group[0]!;
      const count = findingCounts[code] ?? group.length;
      return { code, rule, severity, count, listed: group.length, money: sumOf(group.map(({ money }) => money)) };
    })
    .sort((a, b) => order[a.severity] - order[b.severity]);
}

/** The sum of money in decimal text, all with the same decimals. */
function sumOf(amounts: readonly string[]): string {
  const places = amounts[0]?.split('.')[1]?.length ?? 0;
  const sum = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
  return formatFixed(sum, places);
}

function ruleTextsOf(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const rules = new Set(findings.map(({ rule }) => rule));
  return Object.fromEntries(
    [...rules].flatMap((rule) => {
      const text = ruleText[rule] ?? otherRules[rule];
      return text === undefined ? [] : [[rule, text]];
    }),
  );
}
