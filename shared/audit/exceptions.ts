import type { Finding } from './finding.ts';
import type { Mark } from './materiality.ts';
import type { AuditPaper, PaperFinding, PaperStatus, SampleTick } from './papers.ts';

/** Something that somebody has to follow up: a finding, a row that was noted on, or a drawn row that did not agree. */
export interface AuditException {
  /** Index of the finding; null for a row. */
  readonly finding: number | null;
  /** A finding's code; `sample` for a drawn row that did not agree, `row-note` for a row that was noted on. */
  readonly code: Finding['code'] | 'sample' | 'row-note';
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly row: number | null;
  readonly invoice: number | null;
  readonly at: string | null;
  readonly message: string;
  readonly credits: string;
  readonly money: string;
  readonly mark: Mark;
  readonly status: PaperStatus;
  readonly owner: string | null;
  readonly due: string | null;
  /** Papers about it, and what the latest of them says. */
  readonly notes: number;
  readonly latest: string | null;
}

/** What exceptions come from. */
export interface OfExceptions {
  readonly findings: readonly Finding[];
  /** In the order of the findings; empty where nothing was judged. */
  readonly marks: readonly Mark[];
  readonly papers: readonly AuditPaper[];
  /** Ticks of all samples, oldest first. */
  readonly ticks: readonly SampleTick[];
}

/** All exceptions: each finding that is an error or a warning, or was noted on, then rows. What nobody settled is open. */
export function exceptionsOf({ findings, marks, papers, ticks }: OfExceptions): AuditException[] {
  const byFinding = grouped(papers, ({ finding }) => finding && keyOf(finding));
  const ofFindings = findings.flatMap((finding, index): AuditException[] => {
    const about = byFinding.get(keyOf(finding)) ?? [];
    if (finding.severity === 'info' && about.length === 0) return [];
    const { code, rule, severity, row, invoice, at, message, credits, money } = finding;
    const place = { code, rule, severity, row, invoice, at, message, credits, money };
    return [{ finding: index, ...place, mark: marks[index] ?? null, ...followUp(about) }];
  });
  return [...ofFindings, ...rowExceptions(papers, ticks)];
}

/** Which exceptions are wanted: null takes all. */
export interface ExceptionFilter {
  /** `unsettled`: open or disputed. */
  readonly status: PaperStatus | 'unsettled' | null;
  readonly owner: string | null;
  /** Words that must stand in the code, the message, the latest note or the owner, whatever their case. */
  readonly text: string;
}

/** The exceptions that a filter leaves. */
export function filterExceptions(
  exceptions: readonly AuditException[],
  { status, owner, text }: ExceptionFilter,
): AuditException[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return exceptions.filter((exception) => {
    if (status === 'unsettled' ? !isUnsettled(exception) : status !== null && exception.status !== status) return false;
    if (owner !== null && exception.owner !== owner) return false;
    const said = `${exception.code} ${exception.rule} ${exception.message} ${exception.latest ?? ''} ${exception.owner ?? ''}`;
    return words.every((word) => said.toLowerCase().includes(word));
  });
}

/** Whether somebody still has to do something. */
export function isUnsettled({ status }: Pick<AuditException, 'status'>): boolean {
  return status === 'open' || status === 'disputed';
}

function keyOf({ code, row, invoice, at }: PaperFinding): string {
  return `${code} ${row} ${invoice} ${at}`;
}

type FollowUp = Pick<AuditException, 'status' | 'owner' | 'due' | 'notes' | 'latest'>;

/** What the papers about one thing say together: of each part, the latest that says something. */
function followUp(papers: readonly AuditPaper[]): FollowUp {
  return {
    status: papers.findLast(({ status }) => status !== null)?.status ?? 'open',
    owner: papers.findLast(({ owner }) => owner !== null)?.owner ?? null,
    due: papers.findLast(({ due }) => due !== null)?.due ?? null,
    notes: papers.length,
    latest: papers.findLast(({ text }) => text !== '')?.text ?? null,
  };
}

/** Rows that were noted on with a status, and drawn rows whose latest tick does not agree. */
function rowExceptions(papers: readonly AuditPaper[], ticks: readonly SampleTick[]): AuditException[] {
  const noted = grouped(papers, ({ row }) => row && row.row);
  const latest = new Map(ticks.map((tick) => [tick.row, tick]));
  const rows = new Set([
    ...[...noted].filter(([, about]) => about.some(({ status }) => status !== null)).map(([row]) => row),
    ...[...latest.values()].filter(({ agreed }) => !agreed).map(({ row }) => row),
  ]);
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => {
      const tick = latest.get(row);
      const about = noted.get(row) ?? [];
      const disagrees = tick !== undefined && !tick.agreed;
      const message = disagrees
        ? `The row was drawn at random and did not agree${tick.text === '' ? '.' : `: ${tick.text}`}`
        : (about[0]?.row?.text ?? '');
      return { ...ofRow(row), code: disagrees ? 'sample' : 'row-note', message, ...followUp(about) };
    });
}

function ofRow(row: number) {
  const place = { finding: null, row, invoice: null, at: null, rule: '', severity: 'warning' } as const;
  return { ...place, credits: '', money: '', mark: null };
}

function grouped<Key>(
  papers: readonly AuditPaper[],
  keyOfPaper: (paper: AuditPaper) => Key | null,
): Map<Key, AuditPaper[]> {
  const groups = new Map<Key, AuditPaper[]>();
  for (const paper of papers) {
    const key = keyOfPaper(paper);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(paper);
    else groups.set(key, [paper]);
  }
  return groups;
}
