import type { UsageColumns } from '../engine/program.ts';

/** Usage as it is gathered, source by source, before it is put in time order. Capacity is known beforehand. */
export class UsageBuilder {
  count = 0;
  readonly at: Float64Array;
  readonly demand: Float64Array;
  readonly flags: Uint8Array;
  readonly meter: Int32Array;
  readonly quantity: Float64Array;
  readonly quantityScale: Uint8Array;
  readonly calls: Int32Array;
  readonly source: Int32Array;
  readonly position: Int32Array;
  readonly ids: string[] = [];

  constructor(capacity: number) {
    this.at = new Float64Array(capacity);
    this.demand = new Float64Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.meter = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.quantityScale = new Uint8Array(capacity);
    this.calls = new Int32Array(capacity);
    this.source = new Int32Array(capacity);
    this.position = new Int32Array(capacity);
  }

  /** The columns in time order; rows of one instant keep the order in which they were added. @rule R3 */
  columns(): UsageColumns {
    const { count, at } = this;
    let sorted = true;
    for (let row = 1; row < count && sorted; row++) sorted = at[row - 1]! <= at[row]!;
    return sorted ? this.ordered(null) : this.ordered(timeOrder(at, count));
  }

  private ordered(order: Uint32Array | null): UsageColumns {
    const pick = <T extends Column>(column: T): T =>
      (order ? permuted(column, order) : column.length === this.count ? column : column.slice(0, this.count)) as T;
    const ids = order ? Array.from(order, (row) => this.ids[row]!) : this.ids;
    return {
      count: this.count,
      at: pick(this.at),
      demand: pick(this.demand),
      flags: pick(this.flags),
      meter: pick(this.meter),
      quantity: pick(this.quantity),
      quantityScale: pick(this.quantityScale),
      calls: pick(this.calls),
      source: pick(this.source),
      position: pick(this.position),
      ids,
    };
  }
}

type Column = Float64Array | Int32Array | Uint8Array;

function permuted(column: Column, order: Uint32Array): Column {
  const result = new (column.constructor as Float64ArrayConstructor)(order.length);
  for (let row = 0; row < order.length; row++) result[row] = column[order[row]!]!;
  return result;
}

/** Row numbers by time, stable: a bottom-up merge of runs that are already in order. */
function timeOrder(at: Float64Array, count: number): Uint32Array {
  let from = Uint32Array.from({ length: count }, (_, row) => row);
  let into = new Uint32Array(count);
  let runs = runStarts(at, count);
  while (runs.length > 2) {
    const merged = [0];
    for (let run = 0; run + 1 < runs.length; run += 2) {
      const until = runs[run + 2] ?? count;
      mergeRuns({ at, from, into }, runs[run]!, runs[run + 1]!, until);
      merged.push(until);
    }
    runs = merged;
    [from, into] = [into, from];
  }
  return from;
}

/** Where runs of rising time begin, and the count at the end. */
function runStarts(at: Float64Array, count: number): number[] {
  const starts = [0];
  for (let row = 1; row < count; row++) if (at[row]! < at[row - 1]!) starts.push(row);
  starts.push(count);
  return starts;
}

function mergeRuns(
  { at, from, into }: { at: Float64Array; from: Uint32Array; into: Uint32Array },
  first: number,
  second: number,
  until: number,
): void {
  let left = first;
  let right = second;
  for (let row = first; row < until; row++) {
    const takeLeft = left < second && (right >= until || at[from[left]!]! <= at[from[right]!]!);
    into[row] = takeLeft ? from[left++]! : from[right++]!;
  }
}
