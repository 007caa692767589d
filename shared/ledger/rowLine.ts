import { rowCanonical, rowLine, type Sha256 } from './chain.ts';
import { rowColumns, rowKinds, type LedgerRow, type RowKind } from './row.ts';

/** A line of a segment as read: the row, the hash that it states, and what that hash must be made of. */
export interface ReadRow {
  readonly row: LedgerRow;
  readonly hash: string;
  /** RFC 8785 form of the row without `hash`. */
  readonly canonical: string;
}

/**
 * The row on a line of a segment, or null where the line is not, byte for byte, the RFC 8785 form of a row with its hash:
 * another order of members, white space or an escape that need not be make it another line.
 */
export function readRowLine(line: string): ReadRow | null {
  return readPlain(line) ?? readEscaped(line);
}

/** Whether a line's row follows a hash. */
export function follows(previous: string, { canonical, hash }: ReadRow, sha256: Sha256): boolean {
  return sha256(`${previous}\n${canonical}`) === hash;
}

const kinds: ReadonlySet<unknown> = new Set(rowKinds);
const sorted = ['hash', ...rowColumns].sort();
/** What stands before each cell, in the order of a line; the number at the end has no quotes. */
const before = sorted.map((name, index) => `${index === 0 ? '{' : '",'}"${name}":${name === 'seq' ? '' : '"'}`);
const count = sorted.length;
const hashAt = sorted.indexOf('hash');
/** All else in a line than what stands for itself in JSON; that takes the slower way. */
const odd = /[\\\u0000-\u001f\ud800-\udfff]/;
const plainHash = /^[0-9a-f]{64}$/;
const plainSeq = /^[1-9]\d{0,14}$/;
const cells: string[] = new Array<string>(count);

/** Cells stand in the order of `sorted`: at, blocked, cause, credits, flags, flex, flexMonthAfter, hash, id … seq. */
function readPlain(line: string): ReadRow | null {
  if (odd.test(line)) return null;
  let at = 0;
  let hashFrom = 0;
  for (let cell = 0; cell < count; cell++) {
    const name = before[cell]!;
    if (!line.startsWith(name, at)) return null;
    if (cell === hashAt) hashFrom = at + 2;
    at += name.length;
    const until = cell === count - 1 ? line.length - 1 : line.indexOf('"', at);
    if (until < 0) return null;
    cells[cell] = line.slice(at, until);
    at = until;
  }
  const hash = cells[7]!;
  const seq = cells[17]!;
  if (line[at] !== '}' || !kinds.has(cells[11]) || !plainHash.test(hash) || !plainSeq.test(seq)) return null;
  const row = {
    seq: Number(seq),
    at: cells[0]!,
    kind: cells[11]! as RowKind,
    id: cells[8]!,
    meter: cells[12]!,
    quantity: cells[15]!,
    credits: cells[3]!,
    included: cells[9]!,
    prepaid: cells[13]!,
    flex: cells[5]!,
    blocked: cells[1]!,
    includedAfter: cells[10]!,
    prepaidAfter: cells[14]!,
    flexMonthAfter: cells[6]!,
    rule: cells[16]!,
    cause: cells[2]!,
    flags: cells[4]!,
  };
  return { row, hash, canonical: line.slice(0, hashFrom) + line.slice(hashFrom + hashMemberLength) };
}

const hashMemberLength = '"hash":"",'.length + 64;

function readEscaped(line: string): ReadRow | null {
  const value = parseObject(line);
  if (!value || !Number.isSafeInteger(value['seq']) || !kinds.has(value['kind'])) return null;
  for (const column of rowColumns) if (column !== 'seq' && typeof value[column] !== 'string') return null;
  const hash = value['hash'];
  const row = Object.fromEntries(rowColumns.map((column) => [column, value[column]])) as unknown as LedgerRow;
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash) || !isWellFormed(row)) return null;
  return rowLine(row, hash) === line ? { row, hash, canonical: rowCanonical(row) } : null;
}

/** An escaped lone surrogate is JSON, but no text, and has no canonical form. */
function isWellFormed(row: LedgerRow): boolean {
  return rowColumns.every((column) => !/\p{Surrogate}/u.test(String(row[column])));
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
