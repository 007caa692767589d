import { assert } from '../base/assert.ts';
import { calendarMonths, type Period } from '../calendar/month.ts';
import { formatLocalDate } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import type { DeferredLot, Value } from './deferredLot.ts';
import type { Transaction, TransactionKind } from './transaction.ts';

/** What moves a lot within a month. `used` and `lapsed` are positive where they take away; `adjusted` is signed. */
export interface LotMonth {
  /** Local month, `2026-01`. */
  readonly month: string;
  readonly lot: string;
  readonly pool: DeferredLot['pool'];
  readonly account: string;
  readonly opening: Value;
  readonly purchased: Value;
  readonly used: Value;
  readonly lapsed: Value;
  readonly adjusted: Value;
  /** opening + purchased − used − lapsed + adjusted. */
  readonly closing: Value;
}

/** Gathers the transactions of a journal into what each lot did in each month. */
export interface RollForward {
  add(transaction: Transaction): void;
  /** By month, then by lot; lots that hold nothing and do nothing in a month have no row there. */
  rows(lots: readonly DeferredLot[]): readonly LotMonth[];
}

type Column = 'opening' | 'purchased' | 'used' | 'lapsed' | 'adjusted';

const columnOf: Readonly<Partial<Record<TransactionKind, Column>>> = {
  opening: 'opening',
  grant: 'purchased',
  purchase: 'purchased',
  use: 'used',
  expire: 'lapsed',
  forfeit: 'lapsed',
  adjust: 'adjusted',
};

type Moves = Record<Column, Value>;

const nothing: Value = { credits: 0n, money: 0n };
const noMoves: Moves = { opening: nothing, purchased: nothing, used: nothing, lapsed: nothing, adjusted: nothing };

/** A roll-forward over the local calendar months of a horizon. */
export function rollForward(horizon: Period, zone: Zone): RollForward {
  const months = calendarMonths(horizon, zone).map(({ from }) => formatLocalDate(from, zone).slice(0, 7));
  const lastMonth = months.at(-1)!;
  const moved = new Map<string, Map<string, Moves>>();
  return {
    add({ kind, date, postings }) {
      const column = columnOf[kind];
      const month = date.slice(0, 7) > lastMonth ? lastMonth : date.slice(0, 7);
      if (!column) return;
      for (const { account, commodity, amount } of postings) {
        if (!account.startsWith('Liabilities:')) continue;
        const byMonth = moved.get(account) ?? new Map<string, Moves>();
        moved.set(account, byMonth);
        const moves = byMonth.get(month) ?? noMoves;
        const owed = { ...moves[column], [commodity]: moves[column][commodity] - amount };
        byMonth.set(month, { ...moves, [column]: owed });
      }
    },
    rows: (lots) => rowsOf(months, lots, moved),
  };
}

function rowsOf(
  months: readonly string[],
  lots: readonly DeferredLot[],
  moved: ReadonlyMap<string, ReadonlyMap<string, Moves>>,
): LotMonth[] {
  const held = new Map<string, Value>();
  const rows = months.flatMap((month) =>
    lots.flatMap(({ id, pool, account }) => {
      const moves = moved.get(account)?.get(month) ?? noMoves;
      const row = lotMonth({ month, lot: id, pool, account }, held.get(account) ?? nothing, moves);
      held.set(account, row.closing);
      return row.opening.credits === 0n && !moved.get(account)?.has(month) ? [] : [row];
    }),
  );
  for (const { account, credits, money } of lots) {
    const end = held.get(account) ?? nothing;
    assert(end.credits === credits && end.money === money, 'a roll-forward ends in what the lot holds');
  }
  return rows;
}

function lotMonth(lot: Pick<LotMonth, 'month' | 'lot' | 'pool' | 'account'>, before: Value, moves: Moves): LotMonth {
  const opening = sum([before, moves.opening]);
  const { purchased, adjusted } = moves;
  const used = negated(moves.used);
  const lapsed = negated(moves.lapsed);
  const closing = sum([opening, purchased, moves.used, moves.lapsed, adjusted]);
  return { ...lot, opening, purchased, used, lapsed, adjusted, closing };
}

function sum(values: readonly Value[]): Value {
  return values.reduce((total, { credits, money }) => ({
    credits: total.credits + credits,
    money: total.money + money,
  }));
}

function negated({ credits, money }: Value): Value {
  return { credits: -credits, money: -money };
}
