import { canonicalJson, canonicalText, type JsonValue } from '../base/canonicalJson.ts';
import type { LedgerRow } from './row.ts';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes: a port, so that this folder needs no platform. */
export type Sha256 = (text: string) => string;

/** The version of the chain: which rows are hashed, in which form. */
export const hashVersion = 1;

/** What the first row follows: the SHA-256 of the scenario as run, in RFC 8785 form. */
export function chainStart(scenario: JsonValue, sha256: Sha256): string {
  return sha256(canonicalJson(scenario));
}

/** The hash of a row: SHA-256 of the hash before it, a line feed, and the row in RFC 8785 form. */
export function rowHash(previous: string, row: LedgerRow, sha256: Sha256): string {
  return sha256(`${previous}\n${rowCanonical(row)}`);
}

/** A row in RFC 8785 form: what its hash is made of. */
export function rowCanonical(row: LedgerRow): string {
  return rowHead(row) + rowTail(row);
}

/** A row as it stands in a segment: RFC 8785 form of the row with its `hash`, without the line end. */
export function rowLine(row: LedgerRow, hash: string): string {
  return `${rowHead(row)},"hash":"${hash}"${rowTail(row)}`;
}

/** A row after `previous`: its hash and its line, composed once. The hot path of writing. */
export function chainRow(previous: string, row: LedgerRow, sha256: Sha256): { hash: string; line: string } {
  const head = rowHead(row);
  const tail = rowTail(row);
  const hash = sha256(`${previous}\n${head}${tail}`);
  return { hash, line: `${head},"hash":"${hash}"${tail}` };
}

/** The members that sort before `hash`. */
function rowHead(row: LedgerRow): string {
  return (
    `{"at":${text(row.at)},"blocked":${text(row.blocked)},"cause":${text(row.cause)},"credits":${text(row.credits)}` +
    `,"flags":${text(row.flags)},"flex":${text(row.flex)},"flexMonthAfter":${text(row.flexMonthAfter)}`
  );
}

/** The members that sort after `hash`. */
function rowTail(row: LedgerRow): string {
  return (
    `,"id":${text(row.id)},"included":${text(row.included)},"includedAfter":${text(row.includedAfter)}` +
    `,"kind":${text(row.kind)},"meter":${text(row.meter)},"prepaid":${text(row.prepaid)}` +
    `,"prepaidAfter":${text(row.prepaidAfter)},"quantity":${text(row.quantity)},"rule":${text(row.rule)},"seq":${row.seq}}`
  );
}

const text = canonicalText;
