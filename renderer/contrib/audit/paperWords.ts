import type { AuditPaper, FindingView, PaperFinding, PaperStatus } from '../../../shared/rpc/auditViews.ts';

export const statusTitles: Readonly<Record<PaperStatus, string>> = {
  open: 'Open',
  explained: 'Explained',
  accepted: 'Accepted',
  disputed: 'Disputed with the biller',
  settled: 'Settled',
};

/** Whether a paper is about a finding. */
export function isAbout({ finding }: AuditPaper, about: PaperFinding): boolean {
  if (finding === null) return false;
  const { code, row, invoice, at } = about;
  return finding.code === code && finding.row === row && finding.invoice === invoice && finding.at === at;
}

/** What became of a finding, by the latest note that says so; null where none does. */
export function statusOf(papers: readonly AuditPaper[], finding: FindingView): PaperStatus | null {
  return papers.findLast((paper) => paper.status !== null && isAbout(paper, finding))?.status ?? null;
}

/** The latest sign-off in a role. */
export function signedBy(papers: readonly AuditPaper[], role: 'preparer' | 'reviewer'): AuditPaper | null {
  return papers.findLast((paper) => paper.role === role) ?? null;
}

/** Whether what is written now needs a reason. */
export function isSigned(papers: readonly AuditPaper[]): boolean {
  return papers.some(({ role }) => role !== null);
}

/** When a paper was written, in the reader's own time: `2026-03-04 15:20`. */
export function writtenText(at: string): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
