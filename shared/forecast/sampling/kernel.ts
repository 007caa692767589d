import { kernelCode } from './kernelCode.ts';

/** Loops over numbers in one piece of memory, compiled for the machine's vectors. Addresses in bytes of `buffer`. */
export interface Kernel {
  readonly buffer: ArrayBuffer;
  /** Enters a path's beginning into the state, as `seekPath` does. */
  seek(key: number, path: number, state: number): void;
  /** Writes days in `[days, until)`, eight at a time, each its expectation × a factor drawn from the table, rounded half-even. */
  draw(days: number, until: number, expected: number, table: number, state: number): void;
  /** Sums the slots of a row from each of `[firsts, until)` to the next. */
  sum(row: number, firsts: number, until: number, totals: number): void;
  /** Prices a path by `[steps, until)`: see `priceCode`. */
  price(
    totals: number,
    steps: number,
    until: number,
    pools: number,
    amounts: number,
    flexes: number,
    total: number,
  ): void;
}

/** What is used of WebAssembly, which every host has, but the language's own library does not name. */
interface WasmHost {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

const pageBytes = 65_536;
let compiled: object | null = null;

/**
 * A kernel with so much memory of its own, all zero; null where the host cannot have one, or has no room left for its memory:
 * plain loops then do the same.
 */
export function openKernel(bytes: number): Kernel | null {
  const host = (globalThis as { readonly WebAssembly?: WasmHost }).WebAssembly;
  if (!host) return null;
  try {
    compiled ??= new host.Module(kernelCode());
    const memory = new host.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const loops = new host.Instance(compiled, { env: { memory } }).exports as Omit<Kernel, 'buffer'>;
    const { seek, draw, sum, price } = loops;
    return { buffer: memory.buffer, seek, draw, sum, price };
  } catch {
    return null;
  }
}
