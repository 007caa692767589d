import type { Finding } from './finding.ts';

/** What became of an exception. */
export type PaperStatus = 'open' | 'explained' | 'accepted' | 'disputed' | 'settled';

/** Names a finding from one run of an audit to the next. */
export type PaperFinding = Pick<Finding, 'code' | 'row' | 'invoice' | 'at'>;

/** A row of the audited ledger, by its number from 1, and what stands there, so that the paper can be read alone. */
export interface PaperRow {
  readonly row: number;
  readonly text: string;
}

/** One of an audit's working papers: a note or a sign-off, as the workspace's chained history keeps it. */
export interface AuditPaper {
  /** Its number in the history. */
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** Who signed off; null for a note. */
  readonly role: 'preparer' | 'reviewer' | null;
  /** The finding that a note is about; null for a row, and for the audit as a whole. */
  readonly finding: PaperFinding | null;
  /** The row that a note is about. */
  readonly row: PaperRow | null;
  /** What became of the finding or row, where the note says so. */
  readonly status: PaperStatus | null;
  /** Who follows it up, where the note says so. */
  readonly owner: string | null;
  /** A date by which it shall be settled, where the note says so. */
  readonly due: string | null;
  readonly text: string;
  /** Why it was written after a sign-off. */
  readonly reason: string | null;
}

/** What an auditor found of a row that was drawn at random. */
export interface SampleTick {
  /** Its number in the history. */
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly row: number;
  readonly agreed: boolean;
  readonly text: string;
  readonly reason: string | null;
}
