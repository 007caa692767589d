import { nanosPerCredit } from '../../base/credits.ts';
import { wasm, wasmType, type WasmFunction } from '../sampling/assemble.ts';
import { stepAt, stepWidth } from './steadySteps.ts';

type Code = readonly number[];

const { get, set } = wasm;

/** Parameters, as addresses in bytes, and locals of `price`. Of each vector, the first number counts. */
const at = {
  totals: 0,
  steps: 1,
  until: 2,
  pools: 3,
  amounts: 4,
  flexes: 5,
  total: 6,
  included: 7,
  prepaid: 8,
  flex: 9,
  wanted: 10,
  drawn: 11,
  amount: 12,
  sum: 13,
  asked: 14,
  nanos: 15,
};

const ofStep = (place: number): Code => [get(at.steps), wasm.loadLow(8 * place)].flat();
const plus = (local: number, code: Code): Code => [get(local), code, wasm.addNumbers, set(local)].flat();
const less = (local: number, other: number): Code => [get(local), get(other), wasm.subtractNumbers, set(local)].flat();
const forward = (local: number, bytes: number): Code => [get(local), wasm.const(bytes), wasm.add, set(local)].flat();

/** The address of a step's month in a path's row of a column. */
const monthIn = (column: number, word: number): Code =>
  [get(column), get(at.steps), wasm.load32(8 * stepAt.months + 4 * word), wasm.add].flat();

const addToMonth = (column: number, word: number, local: number): Code =>
  [
    [monthIn(column, word), monthIn(column, word), wasm.loadLow(0), get(local), wasm.addNumbers],
    [wasm.storeLow(0)],
  ].flat(2);

/** What is left lapses or stays, then what is granted and bought comes in. */
const enter: Code = [
  [get(at.included), ofStep(stepAt.kept), wasm.multiply, ofStep(stepAt.includedAdd), wasm.addNumbers, set(at.included)],
  plus(at.prepaid, ofStep(stepAt.prepaidAdd)),
  [get(at.pools), get(at.included), wasm.storeLow(0), get(at.pools), get(at.prepaid), wasm.storeLow(8)],
].flat(2);

/** Whole credits of Flex × price, rounded half up: ⌊(2 × credits × num + den) ÷ (2 × den)⌋. */
const close: Code = [
  [get(at.flex), get(at.nanos), wasm.divide, wasm.floor, ofStep(stepAt.num), wasm.multiply],
  [ofStep(stepAt.den), wasm.addNumbers, ofStep(stepAt.den), ofStep(stepAt.den), wasm.addNumbers, wasm.divide],
  [wasm.floor, set(at.amount), addToMonth(at.amounts, 0, at.amount), plus(at.sum, get(at.amount))],
  [get(at.flex), ofStep(stepAt.open), wasm.multiply, set(at.flex)],
].flat(2);

/** As much as there is from a pool, and what is wanted less that. */
const drawFrom = (pool: number): Code =>
  [get(at.wanted), get(pool), wasm.lesser, set(at.drawn), less(pool, at.drawn), less(at.wanted, at.drawn)].flat();

const drawAll: Code = [
  [get(at.totals), wasm.loadLow(0), set(at.wanted), plus(at.asked, get(at.wanted))],
  [drawFrom(at.included), drawFrom(at.prepaid), plus(at.flex, get(at.wanted)), addToMonth(at.flexes, 1, at.wanted)],
].flat(2);

/**
 * Prices one path by its steps, without a branch: what is in the pools before each segment goes to `pools`, and after them what
 * it asks for; amounts and Flex are added to its months. @rule R4 R11 R12 R21 R24
 */
export const priceCode: WasmFunction = {
  name: 'price',
  parameters: 7,
  locals: Array.from({ length: 9 }, () => wasmType.v128),
  body: [
    [wasm.const(nanosPerCredit), wasm.splatWhole, set(at.nanos), ofStep(stepAt.flex), set(at.flex)],
    [get(at.total), wasm.loadLow(0), set(at.sum)],
    wasm.repeatWhile(
      [get(at.steps), get(at.until), wasm.ltU].flat(),
      [enter, close, drawAll, forward(at.totals, 8), forward(at.steps, 8 * stepWidth), forward(at.pools, 16)].flat(),
    ),
    [get(at.pools), get(at.asked), wasm.storeLow(0), get(at.total), get(at.sum), wasm.storeLow(0)],
  ].flat(3),
};
