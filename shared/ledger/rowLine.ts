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
/** Text that stands for itself in JSON; all else takes the slower way. */
const plain = '"([^"\\\\\\u0000-\\u001f\\ud800-\\udfff]*)"';
const shapes: Readonly<Record<string, string>> = { hash: '"([0-9a-f]{64})"', seq: '([1-9]\\d{0,14})' };
const plainLine = new RegExp(`^\\{${sorted.map((name) => `"${name}":${shapes[name] ?? plain}`).join(',')}\\}$`);
const hashMember = '"hash":"';
const hashMemberLength = hashMember.length + 64 + '",'.length;

/** Groups stand in the order of `sorted`: at, blocked, cause, credits, flags, flex, flexMonthAfter, hash, id … seq. */
function readPlain(line: string): ReadRow | null {
  const cells = plainLine.exec(line);
  if (!cells || !kinds.has(cells[12])) return null;
  const row = {
    seq: Number(cells[18]),
    at: cells[1]!,
    kind: cells[12] as RowKind,
    id: cells[9]!,
    meter: cells[13]!,
    quantity: cells[16]!,
    credits: cells[4]!,
    included: cells[10]!,
    prepaid: cells[14]!,
    flex: cells[6]!,
    blocked: cells[2]!,
    includedAfter: cells[11]!,
    prepaidAfter: cells[15]!,
    flexMonthAfter: cells[7]!,
    rule: cells[17]!,
    cause: cells[3]!,
    flags: cells[5]!,
  };
  const start = line.indexOf(hashMember);
  return { row, hash: cells[8]!, canonical: line.slice(0, start) + line.slice(start + hashMemberLength) };
}

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
