import { amountColumns, type LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { Balances, Split } from './auditCase.ts';
import { sameAmount } from './compareRows.ts';
import type { Duty } from './duties.ts';

/** What the rows of a file state of credits, in nanocredits: an empty cell is zero, and a column that the file lacks says what is due. */
export class StatedRows {
  /** Whether the file has all columns of draws and balances. */
  readonly all: boolean;
  private readonly ledger: LedgerColumns;
  private readonly has: Readonly<Record<(typeof amountColumns)[number], boolean>>;

  constructor(ledger: LedgerColumns) {
    const has = amountColumns.map((column) => [column, ledger.columns.has(column)] as const);
    this.ledger = ledger;
    this.has = Object.fromEntries(has) as StatedRows['has'];
    this.all = has.every(([column, isThere]) => isThere || column === 'credits');
  }

  /** What a row says it drew. */
  split(row: number, due: Split): Split {
    const { has } = this;
    const { included, prepaid, flex, blocked } = this.ledger.amounts;
    return {
      included: has.included ? included[row]! || 0 : due.included,
      prepaid: has.prepaid ? prepaid[row]! || 0 : due.prepaid,
      flex: has.flex ? flex[row]! || 0 : due.flex,
      blocked: has.blocked ? blocked[row]! || 0 : due.blocked,
    };
  }

  /** The balances after a row. */
  after(row: number, follows: Balances): Balances {
    const { has } = this;
    const { includedAfter, prepaidAfter, flexMonthAfter } = this.ledger.amounts;
    return {
      included: has.includedAfter ? includedAfter[row]! || 0 : follows.included,
      prepaid: has.prepaidAfter ? prepaidAfter[row]! || 0 : follows.prepaid,
      flexMonth: has.flexMonthAfter ? flexMonthAfter[row]! || 0 : follows.flexMonth,
    };
  }

  /** The credits of a row that shows a duty: an amount, signed only where it adjusts. */
  credits(row: number, duty: Duty): number {
    const credits = this.ledger.amounts.credits[row]! || 0;
    return duty.kind === 'adjust' ? credits : Math.abs(credits);
  }

  /** Whether the signed change that a row shows beside its credits is that of its kind. */
  changeFits(row: number, duty: Duty, credits: number): boolean {
    const { has } = this;
    const { amounts } = this.ledger;
    if (duty.kind === 'close') return !has.flex || (amounts.flex[row]! || 0) === credits - (credits % 1_000_000_000);
    const pool = duty.kind === 'adjust' ? duty.bucket : duty.kind === 'purchase' ? 'prepaid' : 'included';
    return !has[pool] || sameAmount(amounts[pool][row]!, duty.kind === 'lapse' ? -credits : credits);
  }
}
