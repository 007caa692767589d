import { calendarMonths, type Period } from '../../../shared/calendar/month.ts';
import { charges } from '../../../shared/engine/charges.ts';
import { journalTerms } from '../../../shared/engine/journalTerms.ts';
import type { ExportHead } from '../../../shared/interchange/exporters/exportHead.ts';
import { focusCsv, type FocusBook, type FocusCover } from '../../../shared/interchange/exporters/focusCsv.ts';
import { accounts } from '../../../shared/ledger/accounts.ts';
import { openJournal } from '../../../shared/ledger/postings.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { rowAmount } from '../../../shared/ledger/rowAmount.ts';
import type { Transaction } from '../../../shared/ledger/transaction.ts';
import type { ReplayedLedger } from './replayLedger.ts';

/** A ledger as FOCUS rows: few, for usage is added up by month and meter. */
export async function focusPieces(ledger: ReplayedLedger, head: ExportHead): Promise<Uint8Array[]> {
  return [Buffer.from(focusCsv(await focusBook(ledger, head)))];
}

/** What a ledger's FOCUS rows are made from. */
export async function focusBook({ run, rows }: ReplayedLedger, head: ExportHead): Promise<FocusBook> {
  const { zone, start, end } = run.program;
  const journal = openJournal(journalTerms(run));
  const covers = coverSums(calendarMonths({ from: start, until: end }, zone));
  const flex = flexByMeter();
  for await (const batch of rows()) {
    for (const row of batch) {
      flex.add(row);
      for (const transaction of journal.post(row)) covers.add(transaction);
    }
  }
  const lines = charges(run).map((charge) => ({ ...charge, meters: flex.of(charge.row) }));
  const totals = new Map(run.invoices.map(({ number, total }) => [number, total]));
  return { head, zone, charges: lines, covers: covers.all(), totals };
}

/** What each meter drew of each Flex month, by the row that closed it. What the opening brought has no meter. */
function flexByMeter() {
  let open = new Map<string, bigint>();
  const closed = new Map<number, readonly (readonly [string, bigint])[]>();
  return {
    add({ kind, seq, meter, flex, credits }: LedgerRow): void {
      if (kind === 'use' && flex !== '0') open.set(meter, (open.get(meter) ?? 0n) + rowAmount(flex));
      if (kind !== 'flex-close') return;
      const known = [...open.values()].reduce((sum, drawn) => sum + drawn, 0n);
      const brought = rowAmount(credits) - known;
      if (brought > 0n) open.set('', (open.get('') ?? 0n) + brought);
      closed.set(seq, [...open]);
      open = new Map();
    },
    of: (row: number | null) => (row === null ? [] : (closed.get(row) ?? [])),
  };
}

const coverAccounts: Readonly<Record<string, FocusCover['kind']>> = {
  [accounts.included]: 'included',
  [accounts.prepaid]: 'prepaid',
  [accounts.expired]: 'lapsed',
  [accounts.forfeited]: 'lapsed',
  [accounts.adjustments]: 'adjusted',
};

/** Credits paid for before, with the revenue that they released, by month and meter. */
function coverSums(months: readonly Period[]) {
  const sums = new Map<string, { -readonly [key in keyof FocusCover]: FocusCover[key] }>();
  let month = 0;
  return {
    add({ at, meter, postings }: Transaction): void {
      while (month + 1 < months.length && at >= months[month]!.until) month += 1;
      for (const { account, commodity, amount } of postings) {
        const kind = coverAccounts[account];
        if (kind === undefined) continue;
        const key = `${month} ${kind} ${meter}`;
        const sum = sums.get(key) ?? { kind, meter, ...months[month]!, credits: 0n, money: 0n };
        sum[commodity] -= amount;
        sums.set(key, sum);
      }
    },
    /** Adjustments that moved no money are no charge. */
    all: (): FocusCover[] => [...sums.values()].filter(({ kind, money }) => kind !== 'adjusted' || money !== 0n),
  };
}
