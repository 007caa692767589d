import { maximumNanos } from '../base/credits.ts';
import type { Period } from '../calendar/month.ts';
import type { Deviation } from './deviation.ts';
import { pool } from './drawBlock.ts';
import type {
  Cause,
  DrawColumns,
  Entry,
  FlexMonth,
  Grant,
  Invoice,
  InvoiceLine,
  Lapse,
  Lot,
  RuleId,
  RunRefusal,
  Segment,
} from './outcome.ts';
import type { Pending, Program, UsageColumns } from './program.ts';
import type { Ratio } from '../base/ratio.ts';
import type { Step } from './step.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** A running subscription. `startRow` is the row that began it, `pending.row` the one that ordered its end. */
export interface Subscription {
  readonly plan: number;
  readonly since: number;
  readonly startRow: number;
  cycle: Period & { index: number };
  flexMonth: Period & { index: number };
  flexRowsFrom: number;
  /** Flex carried into the run in its first Flex month. */
  flexOpening: number;
  /** Months from `since` after which the next twelfth of annual credits comes: only where a deviation says so. */
  twelfth: number;
  pending: (Pending & { readonly row: number }) | null;
}

/** What a run needs to know of usage to draw it. */
export type DrawnUsage = Pick<UsageColumns, 'count' | 'at' | 'demand' | 'flags'>;

/** The usage that is at hand, with where its draws go: all of it, or a block. `first` is the usage row that its row 0 is. */
export interface UsageWindow {
  readonly usage: DrawnUsage;
  readonly draws: DrawColumns;
  readonly first: number;
}

/** The working papers of one run: balances as they stand, and everything recorded so far. Credits in nanocredits. */
export interface Books {
  readonly program: Program;
  readonly deviation: Deviation;
  readonly draws: DrawColumns;
  window: UsageWindow;
  /** Balances, at the places of `pool`; `flex` is the Flex of the open month, `demand` what the cycle asked for. */
  readonly state: Float64Array;
  /** Usage rows drawn so far. */
  usageRow: number;
  /** Index of the next of the program's actions. */
  nextAction: number;
  /** The instant that was passed last. */
  passed: number;
  /** Whether the end was passed, or the range was left. */
  ended: boolean;
  subscription: Subscription | null;
  flexEnabled: boolean;
  cap: Ratio | null;
  capUsed: number;
  /** Rows that last set Flex's switch and its cap, and that last ended a subscription; null where none did. */
  flexSetBy: number | null;
  capSetBy: number | null;
  endedBy: number | null;
  /** Index into `grants` of the one that is being drawn, or -1. */
  grant: number;
  readonly entries: Entry[];
  readonly invoices: Invoice[];
  readonly flexMonths: FlexMonth[];
  readonly grants: Mutable<Grant>[];
  readonly lots: Mutable<Lot>[];
  readonly lapses: Lapse[];
  readonly segments: Segment[];
  readonly steps: Step[];
  readonly refusals: RunRefusal[];
  /** Lines of the instant at hand: those of its one invoice, and prepaid ones that each make their own. @rule R4 */
  lines: InvoiceLine[];
  prepaidLines: InvoiceLine[];
  blocked: bigint;
}

/** Empty working papers for a program. */
export function openBooks(program: Program, deviation: Deviation): Books {
  const { usage } = program;
  const rows = usage.count;
  const draws = { included: new Float64Array(rows), prepaid: new Float64Array(rows), flex: new Float64Array(rows) };
  return {
    program,
    deviation,
    draws,
    window: { usage, draws, first: 0 },
    nextAction: 0,
    passed: program.start,
    ended: false,
    state: new Float64Array(Object.keys(pool).length),
    usageRow: 0,
    subscription: null,
    flexEnabled: true,
    cap: null,
    capUsed: 0,
    flexSetBy: null,
    capSetBy: null,
    endedBy: null,
    grant: -1,
    entries: [],
    invoices: [],
    flexMonths: [],
    grants: [],
    lots: [],
    lapses: [],
    segments: [],
    steps: [],
    refusals: [],
    lines: [],
    prepaidLines: [],
    blocked: 0n,
  };
}

/** What an entry says beyond the balances, which follow from the books. */
interface EntryDraft {
  readonly at: number;
  readonly kind: Entry['kind'];
  readonly rule: RuleId;
  readonly cause: Cause;
  readonly id?: string;
  readonly credits?: number;
  readonly included?: number;
  readonly prepaid?: number;
  readonly flex?: number;
  readonly path?: string;
}

/** Writes an entry after the balances have changed, and gives its row number. */
export function record(books: Books, draft: EntryDraft): number {
  const seq = nextRow(books);
  books.entries.push({
    seq,
    usageBefore: books.usageRow,
    at: draft.at,
    kind: draft.kind,
    id: draft.id ?? '',
    credits: draft.credits === undefined ? null : BigInt(draft.credits),
    included: draft.included ?? null,
    prepaid: draft.prepaid ?? null,
    flex: draft.flex ?? null,
    includedAfter: books.state[pool.included]!,
    prepaidAfter: books.state[pool.prepaid]!,
    flexMonthAfter: books.state[pool.flex]!,
    rule: draft.rule,
    cause: draft.cause,
    path: draft.path ?? null,
  });
  return seq;
}

/** The number that the next row gets. */
export function nextRow(books: Books): number {
  return books.usageRow + books.entries.length + 1;
}

/** Notes why an action could not be carried out; the run goes on so that all of them are found. */
export function refuse(books: Books, refusal: RunRefusal): void {
  books.refusals.push(refusal);
}

/** Refuses the run where a balance or a sum has left the range in which numbers are exact. */
export function checkRange(books: Books, amount: number, where: { at: number; path: string; what: string }): void {
  if (amount <= maximumNanos) return;
  refuse(books, {
    code: 'beyond-range',
    path: where.path,
    at: where.at,
    expected: 'at most 9007199.254740991 credits',
    actual: `more than that in ${where.what}`,
  });
}

/** Issues what the instant has gathered: one invoice for its lines, and one for each purchase. @rule R4 R8 */
export function issueInvoices(books: Books, at: number): void {
  if (books.lines.length > 0) issue(books, at, books.lines);
  for (const line of books.prepaidLines) issue(books, at, [line]);
  books.lines = [];
  books.prepaidLines = [];
}

function issue(books: Books, issuedAt: number, lines: readonly InvoiceLine[]): void {
  const total = lines.reduce((sum, line) => sum + line.amount, 0n);
  books.invoices.push({ number: books.invoices.length + 1, issuedAt, lines, total });
}
