/** A WebAssembly instruction with its operands, as bytes. */
type Code = readonly number[];

/** Whole numbers from 0 as WebAssembly writes them: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

function signed(value: number): Code {
  const low = value & 127;
  const rest = value >> 7;
  const done = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
  return done ? [low] : [low + 128, ...signed(rest)];
}

const vector = (code: number, ...operands: Code): Code => [0xfd, ...unsigned(code), ...operands];
/** A place in memory: alignment to eight bytes is hinted, not needed. */
const memory = (offset: number): Code => [3, ...unsigned(offset)];

/** The instructions that the kernel is made of, by their names in the standard's text format. */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  const: (value: number): Code => [0x41, ...signed(value)],
  add: [0x6a],
  shl: [0x74],
  leU: [0x4d],
  ltU: [0x49],
  load32: (offset: number): Code => [0x28, 2, ...unsigned(offset)],
  loadF64: (offset: number): Code => [0x2b, ...memory(offset)],
  storeF64: (offset: number): Code => [0x39, ...memory(offset)],
  addF64: [0xa0],
  load: (offset: number): Code => vector(0, ...memory(offset)),
  store: (offset: number): Code => vector(11, ...memory(offset)),
  loadLow: (offset: number): Code => vector(93, ...memory(offset)),
  storeLow: (offset: number): Code => vector(91, ...memory(offset), 0),
  loadHigh: (offset: number): Code => vector(87, ...memory(offset), 1),
  words: vector(17),
  /** Four words that are small whole numbers from 0. */
  wordsOf: (...words: Code): Code => vector(12, ...words.flatMap((word) => [word, 0, 0, 0])),
  word: (lane: number): Code => vector(27, lane),
  number: (lane: number): Code => vector(33, lane),
  and: vector(78),
  or: vector(80),
  xor: vector(81),
  shiftLeft: (bits: number): Code => [...wasm.const(bits), ...vector(171)],
  shiftRight: (bits: number): Code => [...wasm.const(bits), ...vector(173)],
  addWords: vector(174),
  subtractWords: vector(177),
  multiplyWords: vector(181),
  equalWords: vector(55),
  nearest: vector(148),
  addNumbers: vector(240),
  subtractNumbers: vector(241),
  multiply: vector(242),
  divide: vector(243),
  lesser: vector(246),
  floor: vector(117),
  /** A whole number in both numbers. */
  splatWhole: [0xb7, ...vector(20)],
  /** Repeats its body while what the condition leaves is not 0. */
  repeatWhile: (condition: Code, body: Code): Code =>
    [[0x02, 0x40, 0x03, 0x40], condition, [0x45, 0x0d, 1], body, [0x0c, 0, 0x0b, 0x0b]].flat(),
} as const;

/** Types of parameters and locals. */
export const wasmType = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;

/** One exported function: i32 parameters, no result. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly locals: readonly number[];
  readonly body: Code;
}

/** The bytes of a module that imports its memory as `env.memory` and exports these functions. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array {
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  const text = (value: string): Code => [...unsigned(value.length), ...Array.from(value, (each) => each.charCodeAt(0))];
  const types = functions.map(({ parameters }): Code => [
    0x60,
    ...list(Array.from({ length: parameters }, () => [wasmType.i32])),
    0,
  ]);
  const bodies = functions.map(({ locals, body }): Code => {
    const code = [...list(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  const parts = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, list(types)),
    section(2, list([[...text('env'), ...text('memory'), 2, 0, 1]])),
    section(3, list(functions.map((_, index) => unsigned(index)))),
    section(7, list(functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]))),
    section(10, list(bodies)),
  ];
  return Uint8Array.from(parts.flat());
}
