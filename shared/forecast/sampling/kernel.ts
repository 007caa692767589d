import { kernelCode } from './kernelCode.ts';

/** Loops over numbers in one piece of memory, compiled for the machine's vectors. Addresses in bytes of `buffer`. */
export interface Kernel {
  readonly buffer: ArrayBuffer;
  /** False once a kernel that was lent has been lent anew: its memory is somebody else's. */
  isHeld(): boolean;
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
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Loops over one piece of memory. */
interface Instance {
  readonly memory: WasmMemory;
  readonly loops: Omit<Kernel, 'buffer' | 'isHeld'>;
}

const pageBytes = 65_536;
let compiled: object | null = null;
let own: Instance | null = null;
let loans = 0;

/**
 * A kernel with so much memory of its own, all zero; null where the host cannot have one, or has no room left for its memory:
 * plain loops then do the same.
 */
export function openKernel(bytes: number): Kernel | null {
  return orNull(() => {
    const { memory, loops } = instantiate(bytes);
    return { ...loops, buffer: memory.buffer, isHeld: () => true };
  });
}

/**
 * The thread's own kernel with so much memory, all zero, until it is lent anew. A loop that was called in one loan is as fast in
 * the next; those of a new kernel have to be compiled into their callers again.
 */
export function lendKernel(bytes: number): Kernel | null {
  return orNull(() => {
    own ??= instantiate(bytes);
    const { memory, loops } = own;
    const loan = ++loans;
    const lacking = bytes - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(lacking / pageBytes));
    new Uint8Array(memory.buffer, 0, bytes).fill(0);
    return { ...loops, buffer: memory.buffer, isHeld: () => loan === loans };
  });
}

function instantiate(bytes: number): Instance {
  const { WebAssembly: host } = globalThis as unknown as { readonly WebAssembly: WasmHost };
  compiled ??= new host.Module(kernelCode());
  const memory = new host.Memory({ initial: Math.ceil(bytes / pageBytes) });
  const { seek, draw, sum, price } = new host.Instance(compiled, { env: { memory } }).exports as Instance['loops'];
  return { memory, loops: { seek, draw, sum, price } };
}

function orNull(open: () => Kernel): Kernel | null {
  if (!('WebAssembly' in globalThis)) return null;
  try {
    return open();
  } catch {
    return null;
  }
}
