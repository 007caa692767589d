import { rowFlag } from '../../ledger/ledgerColumns.ts';
import { blockRows, type RowBlock } from '../../ledger/rowBlock.ts';
import { maximumNanos } from '../../base/credits.ts';
import { nanosOf, roundedQuotient } from '../../scenario/rateDemand.ts';
import { statedEvents, useKind, type StatedEvents } from '../auditUsage.ts';
import { isModelEvent, type AuditTerms } from '../terms.ts';
import type { BlockUsage, Taken } from './blockUsage.ts';

/** What a meter's quantities of one scale cost from an instant until another: `num / den` nanocredits, NaN where it is not as simple. */
interface HeldPrice {
  readonly from: number;
  readonly until: number;
  readonly num: number;
  readonly den: number;
}

/** More than any number of decimals that a quantity can have. */
const scales = 16;

/** The usage of a ledger by its own rows: each states the credits that the terms make of its quantity. @rule R18 R22 */
export class StraightUsage implements BlockUsage {
  count = 0;
  readonly at = new Float64Array(blockRows);
  readonly demand = new Float64Array(blockRows);
  readonly flags = new Uint8Array(blockRows);
  readonly row = new Int32Array(blockRows);
  private readonly terms: AuditTerms;
  private readonly events: StatedEvents;
  private readonly needsIds: boolean;
  /** Meters of the file as indexes into the program's, -1 where the terms do not have it. */
  private readonly meters: number[] = [];
  /** By meter of the file and number of decimals: the price of the latest row that had them. */
  private readonly held: HeldPrice[] = [];

  constructor(terms: AuditTerms) {
    this.terms = terms;
    this.events = statedEvents(terms);
    this.needsIds = this.events.size > 0 || terms.scenario.models.length > 0;
  }

  knowMeters(ids: readonly string[]): void {
    while (this.meters.length < ids.length) this.meters.push(this.terms.meters.get(ids[this.meters.length]!) ?? -1);
  }

  take(block: RowBlock, idOf: (row: number) => string): Taken {
    const { kind, at: times, meter, quantity, quantityScale, amounts, count } = block;
    const { at, demand, flags, row: rows, needsIds, held } = this;
    let uses = 0;
    for (let row = 0; row < count; row++) {
      if (kind[row] !== useKind) continue;
      const time = times[row]!;
      const place = (meter[row]! + 1) * scales + quantityScale[row]!;
      let price = held[place];
      if (price === undefined || time < price.from || time >= price.until) {
        price = held[place] = this.priceAt(meter[row]!, quantityScale[row]!, time);
      }
      const product = quantity[row]! * price.num;
      let own = block.flags[row]!;
      let credits: number;
      if (own === 0 && !needsIds && product <= maximumNanos) credits = roundedQuotient(product, price.den);
      else ({ own, credits } = this.stated(block, row, idOf));
      if (!(credits >= 0) || credits !== amounts[row]) return 'gave-up';
      rows[uses] = row;
      at[uses] = time;
      flags[uses] = own;
      demand[uses] = credits;
      uses += 1;
    }
    this.count = uses;
    return 'taken';
  }

  /** The price of a meter at an instant, simple where it has no minimum and adds nothing: most have. */
  private priceAt(meter: number, scale: number, at: number): HeldPrice {
    const rates = this.terms.prices[this.meters[meter] ?? -1] ?? [];
    const index = rates.findLastIndex(({ from }) => from <= at);
    const price = rates[index]?.price;
    const isSimple = price?.minimum.mantissa === 0 && price.plus.mantissa === 0;
    const { num, den } = (isSimple && price.fast[scale]) || { num: NaN, den: 1 };
    return { from: rates[index]?.from ?? -Infinity, until: rates[index + 1]?.from ?? Infinity, num, den };
  }

  /** What a row states and the terms make of it, whatever it is. */
  private stated(
    block: RowBlock,
    row: number,
    idOf: (row: number) => string,
  ): { readonly own: number; readonly credits: number } {
    const stated = this.needsIds ? this.byId(block, row, idOf(row)) : null;
    const own = stated ? stated.flags : block.flags[row]!;
    const rated = this.rated(block, row, stated ? stated.calls : block.calls[row]!);
    return { own, credits: (own & rowFlag.free) === 0 || Number.isNaN(rated) ? rated : 0 };
  }

  /** What the terms state of an event by its id, where the row states nothing; a demand model's events know no minimum. @rule R18 */
  private byId(
    { flags, calls }: RowBlock,
    row: number,
    id: string,
  ): { readonly flags: number; readonly calls: number } {
    const known = flags[row] === 0 && calls[row] === 1 ? this.events.get(id) : undefined;
    const stated = known ?? { flags: flags[row]!, calls: calls[row]! };
    return isModelEvent(this.terms, id) ? { ...stated, calls: 0 } : stated;
  }

  /** What the terms make of a usage row; NaN where they make nothing of it. @rule R18 R22 */
  private rated({ meter, quantity, quantityScale, at, amounts }: RowBlock, row: number, calls: number): number {
    const named = meter[row]!;
    const mantissa = quantity[row]!;
    if (named < 0) return Number.isNaN(mantissa) ? amounts[row]! : NaN;
    const known = this.meters[named]!;
    if (known < 0 || Number.isNaN(mantissa)) return NaN;
    const rates = this.terms.prices[known]!;
    let rate = rates.length - 1;
    while (rate >= 0 && rates[rate]!.from > at[row]!) rate -= 1;
    return rate < 0 ? NaN : nanosOf(rates[rate]!.price, mantissa, quantityScale[row]!, calls);
  }
}
