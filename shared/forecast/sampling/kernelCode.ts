import { priceCode } from '../pricing/priceCode.ts';
import { assemble, wasm, wasmType } from './assemble.ts';
import { tableShift } from './factorTable.ts';
import { odds } from './stream.ts';

type Code = readonly number[];

const { get, set, load, store, shiftLeft, shiftRight, xor } = wasm;

/** Bits of a factor's place in its table, in bytes: eight a number. */
const placeMask = (0xffff >>> tableShift) << 3;

/** Parameters and locals of `draw`. Addresses in bytes. */
const at = {
  days: 0,
  until: 1,
  expected: 2,
  table: 3,
  state: 4,
  a: 5,
  b: 6,
  c: 7,
  d: 8,
  mixed: 9,
  upper: 10,
  lower: 11,
};

const change = (local: number, other: number): Code => [get(local), get(other), xor, set(local)].flat();

const turned = (local: number, bits: number): Code =>
  [get(local), shiftLeft(bits), get(local), shiftRight(32 - bits), wasm.or, set(local)].flat();

/** × (2^bits + 1). */
const timesPower = (bits: number): Code =>
  [get(at.mixed), shiftLeft(bits), get(at.mixed), wasm.addWords, set(at.mixed)].flat();

/** One step of four generators xoshiro128** side by side, their words in `mixed`. */
const step: Code = [
  [get(at.b), set(at.mixed), timesPower(2), turned(at.mixed, 7), timesPower(3)],
  [get(at.b), shiftLeft(9), set(at.upper)],
  [change(at.c, at.a), change(at.d, at.b), change(at.b, at.c), change(at.a, at.d)],
  [change(at.c, at.upper), turned(at.d, 11)],
].flat(2);

/** The places of the factors that the halves of the words name. */
const masked: Code = [wasm.const(placeMask), wasm.words, wasm.and].flat();
const places: Code = [
  [get(at.mixed), shiftRight(16 + tableShift - 3), masked, set(at.upper)],
  [get(at.mixed), shiftLeft(3 - tableShift), masked, set(at.lower)],
].flat(2);

/** Two days by the halves of one word: expectation × factors, rounded half-even. */
const twoDays = (lane: number): Code =>
  [
    [get(at.days), get(at.lower), wasm.word(lane), get(at.table), wasm.add],
    [get(at.upper), wasm.word(lane), get(at.table), wasm.add, wasm.loadLow(0), wasm.loadHigh(0)],
    [get(at.expected), load(16 * lane), wasm.multiply, wasm.nearest, store(16 * lane)],
  ].flat(2);

const forward = (local: number, bytes: number): Code => [get(local), wasm.const(bytes), wasm.add, set(local)].flat();

const draw = {
  name: 'draw',
  parameters: 5,
  locals: Array.from({ length: 7 }, () => wasmType.v128),
  body: [
    ...[at.a, at.b, at.c, at.d].map((local, index) => [get(at.state), load(16 * index), set(local)].flat()),
    wasm.repeatWhile(
      [get(at.days), get(at.until), wasm.ltU].flat(),
      [step, places, ...[0, 1, 2, 3].map(twoDays), forward(at.days, 64), forward(at.expected, 64)].flat(),
    ),
  ].flat(),
};

/** Parameters and locals of `seek`. */
const from = { key: 0, path: 1, state: 2, numbers: 3, word: 4, any: 5 };

const allWords = (value: number): Code => [wasm.const(value), wasm.words].flat();

const foldRight = (bits: number): Code => [get(from.word), shiftRight(bits), get(from.word), xor].flat();

/** One word of each generator, as `spread` makes it. */
const spreadWord = (word: number): Code =>
  [
    [get(from.numbers), allWords(odds[word]!), wasm.multiplyWords],
    [get(from.key), wasm.load32(4 * word), wasm.words, wasm.addWords, set(from.word)],
    [foldRight(16), allWords(0x85ebca6b | 0), wasm.multiplyWords, set(from.word)],
    [foldRight(13), allWords(0xc2b2ae35 | 0), wasm.multiplyWords, set(from.word)],
    [foldRight(16), set(from.word), get(from.any), get(from.word), wasm.or, set(from.any)],
    [get(from.state), get(from.word), store(16 * word)],
  ].flat(2);

const seek = {
  name: 'seek',
  parameters: 3,
  locals: [wasmType.v128, wasmType.v128, wasmType.v128],
  body: [
    [get(from.path), wasm.const(2), wasm.shl, wasm.words, wasm.wordsOf(0, 1, 2, 3), wasm.addWords, set(from.numbers)],
    ...[0, 1, 2, 3].map(spreadWord),
    // Where all words are 0, the first becomes 1.
    [get(from.state), get(from.state), load(0), get(from.any), allWords(0), wasm.equalWords, wasm.subtractWords],
    store(0),
  ].flat(2),
};

/** Parameters and locals of `sum`. */
const of = { row: 0, firsts: 1, until: 2, totals: 3, slot: 4, end: 5, total: 6, even: 7, odd: 8 };

const slotAt = (index: number): Code =>
  [get(of.row), get(of.firsts), wasm.load32(4 * index), wasm.const(3), wasm.shl, wasm.add].flat();

const none: Code = [wasm.const(0), wasm.words].flat();

const addTwo = (local: number, offset: number): Code =>
  [get(local), get(of.slot), load(offset), wasm.addNumbers, set(local)].flat();

const addOne: Code = [get(of.total), get(of.slot), wasm.loadF64(0), wasm.addF64, set(of.total)].flat();

const bothLanes: Code = [
  [get(of.even), get(of.odd), wasm.addNumbers, set(of.even)],
  [get(of.even), wasm.number(0), get(of.even), wasm.number(1), wasm.addF64, set(of.total)],
].flat(2);

const fourSlots = wasm.repeatWhile(
  [get(of.slot), wasm.const(32), wasm.add, get(of.end), wasm.leU].flat(),
  [addTwo(of.even, 0), addTwo(of.odd, 16), forward(of.slot, 32)].flat(),
);

const lastSlots = wasm.repeatWhile([get(of.slot), get(of.end), wasm.ltU].flat(), [addOne, forward(of.slot, 8)].flat());

const sum = {
  name: 'sum',
  parameters: 4,
  locals: [wasmType.i32, wasmType.i32, wasmType.f64, wasmType.v128, wasmType.v128],
  body: wasm.repeatWhile(
    [get(of.firsts), get(of.until), wasm.ltU].flat(),
    [
      [slotAt(0), set(of.slot), slotAt(1), set(of.end), none, set(of.even), none, set(of.odd)],
      [fourSlots, bothLanes, lastSlots, get(of.totals), get(of.total), wasm.storeF64(0)],
      [forward(of.totals, 8), forward(of.firsts, 4)],
    ].flat(2),
  ),
};

/**
 * The bytes of the kernel: `seek` begins the stream of a path, `draw` writes days from their expectation eight at a time, `sum`
 * sums slots to segments, `price` prices these.
 */
export function kernelCode(): Uint8Array {
  return assemble([seek, draw, sum, priceCode]);
}
