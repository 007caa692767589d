import { rowColumns, rowKinds } from './row.ts';

const columns: readonly string[] = rowColumns.toSorted();
const withHash = ['hash', ...rowColumns].sort();
/** A cell that stands for itself in JSON. */
const plainCell = String.raw`"[^"\\\u0000-\u001f\ud800-\udfff]*"`;
const forms: Readonly<Record<string, string>> = {
  hash: '"[0-9a-f]{64}"',
  kind: `"(?:${rowKinds.join('|')})"`,
  seq: String.raw`[1-9]\d{0,14}`,
};

function formOf(names: readonly string[]): string {
  return String.raw`\{${names.map((name) => `"${name}":${forms[name] ?? plainCell}`).join(',')}\}`;
}

/** A line of a segment, in RFC 8785 form, whose cells need no escape: one look tells what reading it piece by piece would. */
export const plainLine = new RegExp(`^${formOf(withHash)}$`);

/** What the hash of such a row is made of: the hash before it, a line feed, and the row. */
export const plainHashed = new RegExp(`^[^\n]*\n${formOf(columns)}$`);
