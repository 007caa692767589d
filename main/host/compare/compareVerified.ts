import { compareInvoices, type InvoiceComparison } from '../../../shared/audit/compareInvoices.ts';
import { compareLedgers, hasSameRows, type RowComparison } from '../../../shared/audit/compareLedgers.ts';
import type { VerifiedLedger } from '../../store/verifiedRows.ts';
import { replayLedger } from '../exports/replayLedger.ts';

/** How two ledgers differ. */
export interface Comparison {
  /** Whether rows, currency and, where they were compared, invoice lines are the same. */
  readonly same: boolean;
  readonly rows: RowComparison;
  /** Null where they could not be compared. */
  readonly invoices: InvoiceComparison | null;
  readonly notCompared: string | null;
}

/** Two ledgers to compare. */
export interface LedgerPair {
  readonly first: VerifiedLedger;
  readonly second: VerifiedLedger;
}

/** Rows of each sort that are listed; all are counted. */
const listedRows = 1000;

/** Compares two verified ledgers, rows by key as they stream past, and the invoices that follow from them. */
export async function compareVerified(pair: LedgerPair): Promise<Comparison> {
  const rows = await rowComparison(pair);
  const { invoices, notCompared } = await invoiceComparison(pair);
  const { first, second } = pair;
  const isOneCurrency = first.manifest.currency === second.manifest.currency;
  const same = hasSameRows(rows) && isOneCurrency && (invoices === null || invoices.different.length === 0);
  return { same, rows, invoices, notCompared };
}

async function rowComparison(pair: LedgerPair): Promise<RowComparison> {
  const comparing = compareLedgers(listedRows);
  const first = pair.first.rows();
  const second = pair.second.rows();
  for (;;) {
    const blocks = [await first.next(), await second.next()] as const;
    if (blocks[0].done && blocks[1].done) return comparing.finish();
    comparing.take(blocks[0].value ?? [], blocks[1].value ?? []);
  }
}

type Invoices = Pick<Comparison, 'invoices' | 'notCompared'>;

async function invoiceComparison(pair: LedgerPair): Promise<Invoices> {
  const currencies = [pair.first.manifest.currency, pair.second.manifest.currency];
  if (currencies[0] !== currencies[1]) return none(`one ledger is in ${currencies[0]}, the other in ${currencies[1]}`);
  const first = await replayLedger(pair.first);
  if (!first.ok) return none(`${pair.first.manifest.name}: ${first.error.message}`);
  const second = await replayLedger(pair.second);
  if (!second.ok) return none(`${pair.second.manifest.name}: ${second.error.message}`);
  const runs = { first: first.value.run.invoices, second: second.value.run.invoices };
  const invoices = compareInvoices(runs, first.value.run.program.minorDigits);
  return { invoices, notCompared: null };
}

function none(reason: string): Invoices {
  return { invoices: null, notCompared: `Invoices were not compared: ${reason}` };
}
