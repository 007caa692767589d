import { rowFlag } from '../../ledger/ledgerColumns.ts';
import { blockRows, type RowBlock } from '../../ledger/rowBlock.ts';
import type { UsageBlock } from '../../scenario/usageBlock.ts';
import { useKind } from '../auditUsage.ts';
import { sameQuantity } from '../compareRows.ts';
import { pricedDemand, type AuditTerms } from '../terms.ts';
import type { BlockUsage, Taken } from './blockUsage.ts';
import type { SeenIds } from './seenIds.ts';

/** An event of the record that came before its row. */
interface AsideEvent {
  readonly id: string;
  readonly at: number;
  readonly meter: number;
  readonly mantissa: number;
  readonly scale: number;
  readonly calls: number;
  readonly flags: number;
}

/** Events of one instant that may stand in another order than their rows. */
const mostAside = 200;

/** Meters that the terms do not have, as the ledger's and as the record's: they are never the same. */
const unknownMeter = { ofRow: -2, ofEvent: -3 } as const;

/**
 * The usage of an independent record, read side by side with the ledger: both in the order of time, at one instant in any order. Each
 * event within the period has its row, with the id, time, meter and quantity that it states; what it demands is rated from the record
 * alone. Events outside the period are counted. @rule R18 R22 R23
 */
export class StraightRecord implements BlockUsage {
  count = 0;
  readonly at = new Float64Array(blockRows);
  readonly demand = new Float64Array(blockRows);
  readonly flags = new Uint8Array(blockRows);
  readonly row = new Int32Array(blockRows);
  /** Events outside the period. */
  outside = 0;
  private readonly terms: AuditTerms;
  private readonly ids: SeenIds;
  private readonly rowMeters: number[] = [];
  private readonly eventMeters: number[] = [];
  private events: UsageBlock | null = null;
  private next = 0;
  private ended = false;
  private aside: AsideEvent[] = [];
  /** The row of the block to go on with. */
  private nextRow = 0;

  /** `ids` are those of the ledger's rows; those of events outside the period are added to them. */
  constructor(terms: AuditTerms, ids: SeenIds) {
    this.terms = terms;
    this.ids = ids;
  }

  /** Takes the next events, where those before were all used; null where there are no more. */
  give(events: UsageBlock | null, meterIds: readonly string[]): void {
    this.events = events;
    this.next = 0;
    this.ended = events === null;
    while (this.eventMeters.length < meterIds.length) {
      this.eventMeters.push(this.terms.meters.get(meterIds[this.eventMeters.length]!) ?? unknownMeter.ofEvent);
    }
  }

  knowMeters(ids: readonly string[]): void {
    while (this.rowMeters.length < ids.length) {
      this.rowMeters.push(this.terms.meters.get(ids[this.rowMeters.length]!) ?? unknownMeter.ofRow);
    }
  }

  take(block: RowBlock, idOf: (row: number) => string): Taken {
    if (this.nextRow === 0) this.count = 0;
    for (let row = this.nextRow; row < block.count; row++) {
      if (block.kind[row] !== useKind) continue;
      const taken = this.takeRow(block, row, idOf);
      if (taken === 'taken') continue;
      this.nextRow = row;
      return taken;
    }
    this.nextRow = 0;
    return 'taken';
  }

  /** Goes past what comes after the ledger's last row: nothing but events outside the period. */
  finish(): Taken {
    if (this.aside.length > 0) return 'gave-up';
    this.passOutside();
    if (this.hasNext()) return 'gave-up';
    return this.ended ? 'taken' : 'wants-record';
  }

  private takeRow(block: RowBlock, row: number, idOf: (row: number) => string): Taken {
    this.passOutside();
    if (!this.ended && !this.hasNext()) return 'wants-record';
    if (this.aside.length === 0 && this.hasNext() && this.isNext(block, row)) {
      const { events, next } = this;
      this.next += 1;
      return this.accept(block, row, eventOf(events!, next)) ? 'taken' : 'gave-up';
    }
    return this.takeAside(block, row, idOf(row));
  }

  /** Looks for a row's event among those of its instant. */
  private takeAside(block: RowBlock, row: number, id: string): Taken {
    const { aside } = this;
    for (;;) {
      const place = aside.findIndex((event) => this.isOf(event, block, row, id));
      if (place >= 0) return this.accept(block, row, aside.splice(place, 1)[0]!) ? 'taken' : 'gave-up';
      if (!this.hasNext()) return this.ended ? 'gave-up' : 'wants-record';
      const { events, next } = this;
      if (events!.at[next] !== block.at[row] || aside.length === mostAside) return 'gave-up';
      aside.push({ ...eventOf(events!, next), id: textOf(events!, next) });
      this.next += 1;
      this.passOutside();
    }
  }

  private hasNext(): boolean {
    return this.events !== null && this.next < this.events.count;
  }

  /** Whether the next event is that of a row: it has its id, or has none and is like it. */
  private isNext(block: RowBlock, row: number): boolean {
    const events = this.events!;
    const { next } = this;
    if (events.at[next] !== block.at[row]) return false;
    const from = events.idFrom[next]!;
    const length = events.idUntil[next]! - from;
    if (length === 0) return this.isLike(eventOf(events, next), block, row);
    const rowFrom = block.idFrom[row]!;
    if (length !== block.idUntil[row]! - rowFrom) return false;
    for (let at = 0; at < length; at++) if (events.bytes[from + at] !== block.bytes[rowFrom + at]) return false;
    return true;
  }

  private isOf(event: AsideEvent, block: RowBlock, row: number, id: string): boolean {
    if (event.at !== block.at[row]) return false;
    return event.id === '' ? this.isLike(event, block, row) : event.id === id;
  }

  /** Of one meter and amount. */
  private isLike({ meter, mantissa, scale }: Omit<AsideEvent, 'id'>, block: RowBlock, row: number): boolean {
    if (this.meterOfEvent(meter) !== this.meterOfRow(block, row)) return false;
    if (meter < 0) return block.amounts[row] === mantissa && Number.isNaN(block.quantity[row]);
    return sameQuantity({ mantissa, scale }, { mantissa: block.quantity[row]!, scale: block.quantityScale[row]! });
  }

  /** Takes an event for its row; false where the row does not state what the record and the terms make of it. */
  private accept(block: RowBlock, row: number, event: Omit<AsideEvent, 'id'>): boolean {
    const { at, meter: named, mantissa, scale, calls, flags } = event;
    const meter = this.meterOfEvent(named);
    if (meter !== this.meterOfRow(block, row)) return false;
    const quantity = { mantissa: block.quantity[row]!, scale: block.quantityScale[row]! };
    if (meter < 0 ? !Number.isNaN(quantity.mantissa) : !sameQuantity({ mantissa, scale }, quantity)) return false;
    const rated = meter < 0 ? mantissa : pricedDemand(this.terms, { meter, at, mantissa, scale, calls });
    const demand = (flags & rowFlag.free) === 0 || Number.isNaN(rated) ? rated : 0;
    if (!(demand >= 0) || demand !== block.amounts[row]) return false;
    const index = this.count++;
    this.row[index] = row;
    this.at[index] = at;
    this.flags[index] = flags;
    this.demand[index] = demand;
    return true;
  }

  private meterOfRow({ meter }: RowBlock, row: number): number {
    const named = meter[row]!;
    return named < 0 ? -1 : this.rowMeters[named]!;
  }

  private meterOfEvent(named: number): number {
    return named < 0 ? -1 : this.eventMeters[named]!;
  }

  private passOutside(): void {
    const { events } = this;
    if (!events) return;
    const { start, end } = this.terms.program;
    for (; this.next < events.count; this.next++) {
      const time = events.at[this.next]!;
      if (time >= start && time < end) return;
      const high = events.idHigh[this.next]!;
      const low = events.idLow[this.next]!;
      if (high !== 0 || low !== 0) this.ids.add(high, low);
      this.outside += 1;
    }
  }
}

function eventOf({ at, meter, mantissa, scale, calls, flags }: UsageBlock, index: number): Omit<AsideEvent, 'id'> {
  return {
    at: at[index]!,
    meter: meter[index]!,
    mantissa: mantissa[index]!,
    scale: scale[index]!,
    calls: calls[index]!,
    flags: flags[index]!,
  };
}

function textOf({ bytes, idFrom, idUntil }: UsageBlock, index: number): string {
  return String.fromCharCode(...bytes.subarray(idFrom[index], idUntil[index]));
}
