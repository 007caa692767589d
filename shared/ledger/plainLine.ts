import { rowKinds } from './row.ts';
import { rowMembers } from './rowNames.ts';

/** A cell that stands for itself in JSON. */
const plainCell = String.raw`"[^"\\\u0000-\u001f\ud800-\udfff]*"`;
const forms: Readonly<Record<string, string>> = {
  hash: '"[0-9a-f]{64}"',
  kind: `"(?:${rowKinds.join('|')})"`,
  seq: String.raw`[1-9]\d{0,14}`,
};

const members = rowMembers.map((name) => `"${name}":${forms[name] ?? plainCell}`).join(',');

/** A line of a segment, in RFC 8785 form, whose cells need no escape: one look tells what reading it piece by piece would. */
export const plainLine = new RegExp(String.raw`^\{${members}\}$`);
