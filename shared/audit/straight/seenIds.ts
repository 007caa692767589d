import { grown } from '../../base/grown.ts';

const parts = 256;
/** Numbers in a chunk: two for each id. */
const chunk = 1024;

/**
 * Remembers ids by two hashes each, in little more than eight bytes an id, and tells in the end whether any stood twice. They are
 * sorted into parts by their first bits, so that each part can be looked through within the processor's cache: looking each id up
 * among all as it comes takes several times as long. Two ids whose hashes are both equal count as one: who asks must look again.
 */
export class SeenIds {
  private hashes: Int32Array;
  private used = 0;
  /** Where each part's next hashes go, and for each part where its chunks begin. */
  private readonly next = new Int32Array(parts);
  private readonly chunks: number[][] = Array.from({ length: parts }, () => []);

  /** `expected` is about how many ids will come. */
  constructor(expected: number) {
    this.hashes = new Int32Array((Math.ceil((2 * expected) / chunk) + parts) * chunk);
  }

  /** Remembers the hashes of an id, which are not both 0. */
  add(high: number, low: number): void {
    const part = high >>> 24;
    let at = this.next[part]!;
    if (at % chunk === 0) at = this.openChunk(part);
    this.hashes[at] = high;
    this.hashes[at + 1] = low;
    this.next[part] = at + 2;
  }

  /** Whether any hashes were added twice. */
  anyTwice(): boolean {
    const most = this.chunks.reduce((longest, { length }) => Math.max(longest, length), 0);
    let size = chunk;
    while (size < 2 * chunk * most) size *= 2;
    const table = new Int32Array(size);
    for (let part = 0; part < parts; part++) {
      table.fill(0);
      const last = this.chunks[part]!.length - 1;
      for (const [index, from] of this.chunks[part]!.entries()) {
        const until = index === last ? this.next[part]! : from + chunk;
        if (!enterAll(table, this.hashes, from, until)) return true;
      }
    }
    return false;
  }

  private openChunk(part: number): number {
    if (this.used === this.hashes.length)
      this.hashes = grown(this.hashes, Math.ceil(this.used / chunk / 4) * 5 * chunk);
    const from = this.used;
    this.used += chunk;
    this.chunks[part]!.push(from);
    return from;
  }
}

/** Enters pairs of hashes into a table in which two zeros stand for none; false where one stands there. */
function enterAll(table: Int32Array, hashes: Int32Array, from: number, until: number): boolean {
  const mask = table.length - 2;
  for (let place = from; place < until; place += 2) {
    const high = hashes[place]!;
    const low = hashes[place + 1]!;
    let at = (low << 1) & mask;
    while (table[at] !== 0 || table[at + 1] !== 0) {
      if (table[at] === high && table[at + 1] === low) return false;
      at = (at + 2) & mask;
    }
    table[at] = high;
    table[at + 1] = low;
  }
  return true;
}
