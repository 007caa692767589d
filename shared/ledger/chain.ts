import { canonicalJson, canonicalText, needsNoEscape, type JsonValue } from '../base/canonicalJson.ts';
import type { LedgerRow } from './row.ts';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes: a port, so that this folder needs no platform. */
export type Sha256 = (text: string) => string;

/** The version of the chain: which rows are hashed, in which form. */
export const hashVersion = 1;

/** What the first row follows: the SHA-256 of the scenario as run, in RFC 8785 form. */
export function chainStart(scenario: JsonValue, sha256: Sha256): string {
  return sha256(canonicalJson(scenario));
}

/** A row in RFC 8785 form: what its hash is made of. */
export function rowCanonical(row: LedgerRow): string {
  const cells = escaped(row);
  return rowHead(cells) + rowTail(cells);
}

/** A row as it stands in a segment: RFC 8785 form of the row with its `hash`, without the line end. */
export function rowLine(row: LedgerRow, hash: string): string {
  const cells = escaped(row);
  return `${rowHead(cells)},"hash":"${hash}"${rowTail(cells)}`;
}

/** The members that sort before `hash`; nothing in them needs an escape. */
function rowHead(row: LedgerRow): string {
  return (
    `{"at":"${row.at}","blocked":"${row.blocked}","cause":"${row.cause}","credits":"${row.credits}"` +
    `,"flags":"${row.flags}","flex":"${row.flex}","flexMonthAfter":"${row.flexMonthAfter}"`
  );
}

/** Those that sort after it. */
function rowTail(row: LedgerRow): string {
  return (
    `,"id":"${row.id}","included":"${row.included}","includedAfter":"${row.includedAfter}"` +
    `,"kind":"${row.kind}","meter":"${row.meter}","prepaid":"${row.prepaid}"` +
    `,"prepaidAfter":"${row.prepaidAfter}","quantity":"${row.quantity}","rule":"${row.rule}","seq":${row.seq}}`
  );
}

/** A row whose cells can stand between quotes as they are: most often that is the row itself, and one look at all cells tells. */
function escaped(row: LedgerRow): LedgerRow {
  const first = row.at + row.blocked + row.cause + row.credits + row.flags + row.flex + row.flexMonthAfter + row.id;
  const second = row.included + row.includedAfter + row.kind + row.meter + row.prepaid + row.prepaidAfter;
  if (needsNoEscape(first + second + row.quantity + row.rule)) return row;
  const cells = Object.entries(row).map(([column, cell]) => [
    column,
    typeof cell === 'string' ? canonicalText(cell).slice(1, -1) : cell,
  ]);
  return Object.fromEntries(cells) as unknown as LedgerRow;
}
