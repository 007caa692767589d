import type { AuditException } from '../exceptions.ts';
import type { Judgement } from '../materiality.ts';
import type { AuditPaper, SampleTick } from '../papers.ts';
import type { AuditReport } from '../report.ts';

/** A file that was audited, as it was read. */
export interface EvidenceSource {
  readonly role: 'terms' | 'ledger' | 'usage' | 'invoices' | 'map';
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Rows read; null for the terms and for a mapping of columns. */
  readonly rows: number | null;
  /** Control totals, to tie to those of whoever made the file. */
  readonly totals: readonly { readonly title: string; readonly value: string }[];
}

/** A row that could not be read. */
export interface UnreadRow {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
  readonly text: string;
}

/** Rows drawn at random, as they stand in the ledger: their cells in the order of `columns`. */
export interface EvidenceSample {
  readonly seed: number;
  readonly population: number;
  readonly columns: readonly string[];
  /** `tick`: what was found of the row; null or absent where nobody looked yet. */
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly tick?: SampleTick | null;
  }[];
}

/** All that a report on an audit says. It holds no time of its own: the same audit gives the same report. */
export interface Evidence {
  /** Of the terms. */
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  /** Local dates, `[from, until)`. */
  readonly period: { readonly from: string; readonly until: string };
  /** Choices of the terms: how months are counted. */
  readonly policy: readonly { readonly title: string; readonly value: string }[];
  readonly versions: { readonly engine: string; readonly policy: string };
  /** What was asked for beyond all that is there, in words. */
  readonly filters: readonly string[];
  readonly sources: readonly EvidenceSource[];
  /** The head hash of the ledger's chain; null where the ledger has none. */
  readonly head: string | null;
  readonly report: AuditReport;
  /** Null where no threshold was given. */
  readonly judgement: Judgement | null;
  /** In the order in which they were drawn. */
  readonly samples: readonly EvidenceSample[];
  /** What has to be followed up; null where nobody keeps papers, as on the command line. */
  readonly exceptions: readonly AuditException[] | null;
  /** Notes and sign-offs, oldest first; null where nobody keeps papers. */
  readonly papers: readonly AuditPaper[] | null;
  readonly unread: { readonly count: number; readonly first: readonly UnreadRow[] };
}
