import type { ControlTotals } from '../audit/controlTotals.ts';
import type { Finding } from '../audit/finding.ts';
import type { EvidenceSample } from '../audit/evidence/evidence.ts';
import type { AuditException } from '../audit/exceptions.ts';
import type { Judgement, Thresholds } from '../audit/materiality.ts';
import type { AuditPaper, PaperFinding, PaperRow, PaperStatus, SampleTick } from '../audit/papers.ts';
import type { FoundCause, Reconciliation, SupposedCause } from '../audit/reconcile.ts';
import type { FindingPlace, FindingReason } from '../audit/findingReason.ts';
import type { RowBeside } from '../audit/dueRow.ts';
import type { AuditReport, Explanation } from '../audit/report.ts';
import type { TieOutFigures, TieOutLine } from '../audit/tieOut.ts';
import type { AuditMapping } from '../interchange/auditMapping.ts';
import type { BadRow } from '../ledger/badRow.ts';

export type { AuditException, AuditPaper, PaperFinding, PaperRow, PaperStatus, SampleTick };
export type { FoundCause, Judgement, Reconciliation, SupposedCause, TieOutFigures, TieOutLine };
export type { AuditMapping, ControlTotals, FindingPlace, FindingReason, RowBeside };
export type ExplanationView = Explanation;

/** A finding with its place in the report, from 0. */
export type FindingView = Finding & { readonly index: number };

/** The findings of one code. */
export interface FindingGroup {
  readonly code: string;
  readonly rule: string;
  readonly severity: FindingView['severity'];
  readonly count: number;
  /** How many of them can be listed. */
  readonly listed: number;
  /** Sum of the money of those that are listed. */
  readonly money: string;
}

/** A file that was audited, as it was read. It is never changed. */
export interface AuditSourceView {
  readonly role: 'terms' | 'ledger' | 'usage' | 'invoices' | 'map';
  readonly name: string;
  readonly bytes: number;
  /** Of the file; null for a ledger in its folder, which its head names. */
  readonly sha256: string | null;
  readonly head: string | null;
  /** Whether the file still was the same, byte for byte, once it was audited. */
  readonly unchanged: boolean;
  /** Rows read; null for terms and map. */
  readonly rows: number | null;
  /** Sums over the rows, to tie to those of whoever made the file. */
  readonly totals: readonly { readonly title: string; readonly value: string }[];
  /** Counts and sums as the file was read, and again once it was audited; null for terms and map. */
  readonly control: { readonly imported: ControlTotals; readonly audited: ControlTotals } | null;
}

/** What an audit came to. Lists are cut to what a page shows, and counted whole. */
export interface AuditView {
  readonly auditId: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly status: AuditReport['status'];
  readonly rows: number;
  readonly invoiceLines: number;
  readonly groups: readonly FindingGroup[];
  readonly findingCount: number;
  /** The first of them, in the order of the report. */
  readonly findings: readonly FindingView[];
  readonly firstDivergence: AuditReport['firstDivergence'];
  readonly totals: AuditReport['totals'];
  /** The difference of the totals, split by cause. */
  readonly reconciliation: Reconciliation;
  /** Best first; empty where nothing differs or nothing known explains it. */
  readonly explanations: readonly ExplanationView[];
  readonly tieOut: readonly TieOutLine[];
  readonly tieOutCount: { readonly lines: number; readonly tied: number };
  readonly sources: readonly AuditSourceView[];
  /** What was not checked, and why, in plain words. */
  readonly notChecked: readonly string[];
  /** Rows that could not be read: they are left out of all figures. */
  readonly badRows: { readonly count: number; readonly first: readonly BadRowView[] };
  /** The rules that the findings name, in plain words. */
  readonly ruleTexts: Readonly<Record<string, string>>;
}

/** A row that could not be read, with its file. */
export interface BadRowView extends BadRow {
  readonly file: string;
}

/** Findings `[from, from + findings.length)` of those that were asked for. */
export interface FindingsPage {
  readonly from: number;
  readonly total: number;
  readonly findings: readonly FindingView[];
}

/** How far an audit is: what it does now, and the part done, from 0 to 1, where that is known. */
export interface AuditProgress {
  readonly job: string;
  readonly step: string;
  readonly part: number | null;
}

/** What an auditor lets pass, as the history keeps it. Amounts as decimal text, null where none is given. */
export interface DeskThresholds {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly amounts: Readonly<Record<keyof Thresholds, string | null>>;
  readonly reason: string | null;
}

/** Rows that were drawn at random, as they stand in the ledger, each with its latest tick. `seq` names the sample. */
export interface DeskSample extends EvidenceSample {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
}

/** What lies on the auditor's desk beside the notes: thresholds with what they make of the differences, and samples. */
export interface AuditDesk {
  readonly thresholds: DeskThresholds | null;
  readonly judgement: Judgement | null;
  /** Oldest first. */
  readonly samples: readonly DeskSample[];
  /** Rows that can be drawn; 0 where no ledger was audited. */
  readonly population: number;
}

/** Exceptions `[from, from + exceptions.length)` of those that a filter leaves. */
export interface ExceptionsPage {
  readonly from: number;
  readonly total: number;
  /** All of them, and those that nobody settled, whatever the filter. */
  readonly all: number;
  readonly unsettled: number;
  /** Who follows any of them up. */
  readonly owners: readonly string[];
  readonly exceptions: readonly AuditException[];
}

/** A file as an audit would read it. */
export interface AuditPreview {
  readonly name: string;
  readonly bytes: number;
  /** Null where only the beginning was read. */
  readonly sha256: string | null;
  readonly whole: boolean;
  readonly role: 'ledger' | 'usage' | 'invoices';
  /** False: nothing tells the role, and it is a mere supposition. */
  readonly roleKnown: boolean;
  /** Whether it is in our own format, or where its map comes from. */
  readonly origin: 'own' | 'given' | 'remembered' | 'guessed';
  /** How it was read; null for our own format, and where no map can be made. */
  readonly mapping: AuditMapping | null;
  /** What about a guessed map should be looked at, in plain words. */
  readonly doubts: readonly string[];
  /** Why it cannot be read as a whole; null where rows were read. */
  readonly fault: string | null;
  /** Names the format: files with one header have one fingerprint. Null where there is no header. */
  readonly fingerprint: string | null;
  /** What stands between the cells of a CSV; null for lines of JSON. */
  readonly delimiter: AuditMapping['delimiter'] | null;
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  /** The words of columns that have few different ones. */
  readonly words: readonly {
    readonly column: string;
    readonly words: readonly { readonly word: string; readonly rows: number }[];
  }[];
  readonly rowColumns: readonly string[];
  /** The first rows as they were read, with their lines in the file. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly refused: readonly BadRow[];
  readonly refusedCount: number;
  /** Counts and sums of what was read. */
  readonly control: ControlTotals | null;
}

/** Rows of an audited ledger with their neighbours, rows that could not be read among them. */
export interface AuditRowsView {
  /** Rows of the ledger that were read, and the first that is wanted here, from 1. */
  readonly total: number;
  readonly from: number;
  /** True: cells as they stand in the file, by its own columns. False: as they were read, for a ledger in its folder. */
  readonly asInFile: boolean;
  readonly columns: readonly string[];
  /** `row` is null for a record that could not be read. */
  readonly rows: readonly { readonly row: number | null; readonly line: number; readonly cells: readonly string[] }[];
}
