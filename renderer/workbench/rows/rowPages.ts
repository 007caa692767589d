import type { CellsPage, CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { RowSpan } from '../../base/grid/Grid.tsx';

const blockRows = 400;
const mostBlocks = 50;

/**
 * The rows of one arrangement as blocks, fetched as they are looked at. One request runs at a time; of the ranges asked for
 * meanwhile only the latest is fetched next, so that a long drag of the scroll bar costs two requests, not a thousand.
 */
export class RowPages {
  readonly #fetch: (range: RowRange) => Promise<CellsPage>;
  readonly #changed: (failure: unknown) => void;
  readonly #blocks = new Map<number, readonly CellsRow[]>();
  #wanted: RowSpan | null = null;
  #running = false;
  #closed = false;

  constructor(fetch: (range: RowRange) => Promise<CellsPage>, changed: (failure: unknown) => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  /** The row at an index from 0, or undefined while it is not here. */
  row(index: number): CellsRow | undefined {
    const block = this.#blocks.get(Math.floor(index / blockRows));
    return block?.[index % blockRows];
  }

  /** Asks for the rows `[from, until)`; `changed` is called when some have come. */
  want(span: RowSpan): void {
    this.#wanted = span;
    if (!this.#running) void this.#run();
  }

  close(): void {
    this.#closed = true;
    this.#wanted = null;
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let range = this.#missing(); range; range = this.#missing()) {
      const failure = await this.#load(range);
      if (this.#closed) break;
      if (failure !== null) this.#wanted = null;
      this.#changed(failure);
    }
    this.#running = false;
  }

  async #load(range: RowRange): Promise<unknown> {
    try {
      const page = await this.#fetch(range);
      for (let row = 0; row < page.rows.length; row += blockRows) {
        this.#keep((page.from + row) / blockRows, page.rows.slice(row, row + blockRows));
      }
      if (page.rows.length === 0) this.#wanted = null;
      return null;
    } catch (failure) {
      return failure;
    }
  }

  #missing(): RowRange | null {
    if (!this.#wanted) return null;
    const last = Math.floor((this.#wanted.until - 1) / blockRows);
    let first = Math.floor(this.#wanted.from / blockRows);
    while (first <= last && this.#touch(first)) first++;
    if (first > last) return null;
    const until = Math.min(last + 1, first + 5);
    return { from: first * blockRows, count: (until - first) * blockRows };
  }

  /** Tells whether a block is here and marks it as the latest used. */
  #touch(block: number): boolean {
    const rows = this.#blocks.get(block);
    if (rows) this.#keep(block, rows);
    return rows !== undefined;
  }

  #keep(block: number, rows: readonly CellsRow[]): void {
    this.#blocks.delete(block);
    this.#blocks.set(block, rows);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break;
      this.#blocks.delete(oldest);
    }
  }
}

export interface RowRange {
  readonly from: number;
  readonly count: number;
}
