import type { AuditPaper, AuditView, FindingView } from '../../../shared/rpc/auditViews.ts';
import type { AuditList } from '../../../shared/rpc/rowViews.ts';
import type { AuditFile, MadeMap } from './auditFile.ts';

/** What is audited against which terms. */
export interface AuditChoice {
  /** Path of the scenario that gives the terms. */
  readonly terms: string | null;
  readonly ledger: AuditFile | null;
  readonly usage: AuditFile | null;
  readonly invoices: AuditFile | null;
  /** How foreign files are read; null where all are of our own format. */
  readonly map: AuditFile | MadeMap | null;
  /** Head digest of the ledger's chain, kept from earlier; empty without one. */
  readonly head: string;
}

/** A run on its way. */
export interface AuditRunning {
  readonly job: string;
  readonly step: string;
  readonly part: number | null;
}

/** One audit editor: what is chosen, what runs, and what the latest run came to. */
export interface AuditState {
  readonly choice: AuditChoice;
  /** Files that were put in, to be chosen in any role. */
  readonly added: readonly Extract<AuditFile, { kind: 'upload' }>[];
  readonly running: AuditRunning | null;
  readonly view: AuditView | null;
  /** What was audited to make the view. */
  readonly audited: AuditChoice | null;
  /** Files of the folder that were changed on disk since they were audited. */
  readonly changed: readonly string[];
  readonly failure: string | null;
  readonly selected: FindingView | null;
  /** The list that its grid shows. */
  readonly list: AuditList;
  /** Notes and sign-offs about what was audited, oldest first. */
  readonly papers: readonly AuditPaper[];
}

const nothing: AuditChoice = { terms: null, ledger: null, usage: null, invoices: null, map: null, head: '' };

export const freshAudit: AuditState = {
  choice: nothing,
  added: [],
  running: null,
  view: null,
  audited: null,
  changed: [],
  failure: null,
  selected: null,
  list: 'findings',
  papers: [],
};

/** Why an audit cannot run yet, in plain words; null where it can. */
export function obstacle({ terms, ledger, usage, invoices, head }: AuditChoice): string | null {
  if (terms === null) return 'Choose the scenario that gives the terms.';
  if (ledger === null && invoices === null) return 'Choose a ledger or invoices to audit.';
  if (ledger === null && usage === null) return 'Invoices alone need the usage record that they rest on.';
  if (head !== '' && !/^[0-9a-f]{64}$/.test(head)) return 'A head digest is 64 digits 0–9 and a–f.';
  return null;
}

/** Whether the report is not, or not yet, of what is chosen. */
export function isStale({ audited, choice, changed, running }: AuditState): boolean {
  return audited !== choice || changed.length > 0 || running !== null;
}
