import { rowCanonical, rowLine, type Sha256 } from './chain.ts';
import { plainLine } from './plainLine.ts';
import { rowColumns, rowKinds, type LedgerRow, type RowColumn, type RowKind } from './row.ts';
import { hashLength } from './hashDigits.ts';
import { rowMembers } from './rowNames.ts';

/** A line of a segment as read: the row, the hash that it states, and what that hash must be made of. */
export interface ReadRow {
  readonly seq: number;
  readonly hash: string;
  /** RFC 8785 form of the row without `hash`. */
  readonly canonical: string;
  /** Made when it is asked for: verifying a chain needs none. */
  readonly row: LedgerRow;
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
const hashLead = '"hash":"';
/** Where the hash stands at the earliest. */
const hashFrom = rowMembers
  .slice(0, rowMembers.indexOf('hash'))
  .reduce((length, name) => length + `{"${name}":""`.length, 0);

function readPlain(line: string): ReadRow | null {
  if (!plainLine.test(line)) return null;
  // No cell of a plain line holds a quote, so its names stand where they seem to.
  const at = line.indexOf(hashLead, hashFrom);
  const until = at + hashLead.length + hashLength;
  return {
    seq: Number(line.slice(line.lastIndexOf(':') + 1, -1)),
    hash: line.slice(at + hashLead.length, until),
    canonical: line.slice(0, at) + line.slice(until + '",'.length),
    get row() {
      return rowOf(JSON.parse(line) as Record<string, unknown>);
    },
  };
}

function rowOf(value: Record<string, unknown>): LedgerRow {
  const cell = (column: Exclude<RowColumn, 'seq' | 'kind'>) => value[column] as string;
  return {
    seq: value['seq'] as number,
    at: cell('at'),
    kind: value['kind'] as RowKind,
    id: cell('id'),
    meter: cell('meter'),
    quantity: cell('quantity'),
    credits: cell('credits'),
    included: cell('included'),
    prepaid: cell('prepaid'),
    flex: cell('flex'),
    blocked: cell('blocked'),
    includedAfter: cell('includedAfter'),
    prepaidAfter: cell('prepaidAfter'),
    flexMonthAfter: cell('flexMonthAfter'),
    rule: cell('rule'),
    cause: cell('cause'),
    flags: cell('flags'),
  };
}

function readEscaped(line: string): ReadRow | null {
  const value = parseObject(line);
  if (!value || !Number.isSafeInteger(value['seq']) || !kinds.has(value['kind'])) return null;
  for (const column of rowColumns) if (column !== 'seq' && typeof value[column] !== 'string') return null;
  const hash = value['hash'];
  const row = rowOf(value);
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash) || !isWellFormed(row)) return null;
  return rowLine(row, hash) === line ? { seq: row.seq, row, hash, canonical: rowCanonical(row) } : null;
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
