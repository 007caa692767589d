import { assert } from '../base/assert.ts';
import { rowColumns } from './row.ts';

/**
 * What stands before a cell in the RFC 8785 form of a row, as three numbers of eight bytes each, which may overlap: a name is written
 * or compared in three steps. ASCII as such a number is never NaN, and never zero.
 */
export interface RowName {
  readonly length: number;
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

const bytesOfPart = 8;

/** The members of a row as it stands in a segment, in their order. */
export const rowMembers: readonly string[] = ['hash', ...rowColumns].sort();

/** What stands before each member's cell; before the first one, with the line end before the row. */
export const rowNames: readonly RowName[] = rowMembers.map((member, index) => {
  const before = index === 0 ? '\n{"' : '","';
  return nameOf(`${before}${member}":${member === 'seq' ? '' : '"'}`);
});

/** What stands before a row's hash. */
export const hashName = nameOf('","hash":"');

function nameOf(text: string): RowName {
  assert(text.length >= bytesOfPart && text.length <= 3 * bytesOfPart, 'a name is three numbers');
  const view = new DataView(new ArrayBuffer(text.length));
  for (let at = 0; at < text.length; at++) view.setUint8(at, text.charCodeAt(at));
  const last = text.length - bytesOfPart;
  const part = (at: number): number => view.getFloat64(Math.min(at, last));
  return { length: text.length, first: part(0), middle: part(bytesOfPart), last: part(last) };
}

/** Writes a name from `at` on. */
export function writeName(view: DataView, at: number, { length, first, middle, last }: RowName): void {
  const until = at + length - bytesOfPart;
  view.setFloat64(at, first);
  view.setFloat64(Math.min(at + bytesOfPart, until), middle);
  view.setFloat64(until, last);
}

/** Whether a name stands at `at`. */
export function isName(view: DataView, at: number, { length, first, middle, last }: RowName): boolean {
  const until = at + length - bytesOfPart;
  return (
    view.getFloat64(at) === first &&
    view.getFloat64(Math.min(at + bytesOfPart, until)) === middle &&
    view.getFloat64(until) === last
  );
}
