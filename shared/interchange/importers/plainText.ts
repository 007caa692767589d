const comma = 44;
const lineFeed = 10;
const quote = 34;

/** For each byte: 0 where it may stand in a plain cell, 1 for what ends one, 2 for what makes it another kind of cell. */
const role = Uint8Array.from({ length: 256 }, (_, code) =>
  code === comma || code === lineFeed ? 1 : code < 32 || code > 126 || code === quote ? 2 : 0,
);

/** Bytes that must follow the rows, so that four can be read at any of theirs. */
export const plainSlack = 64;

/** Whether a byte may stand in a cell without quotes. */
export function isPlainByte(code: number): boolean {
  return role[code] === 0;
}

/** The place after the text that stands at a place of ASCII bytes, without quotes. */
export function passPlainText(bytes: Uint8Array, view: DataView, place: number): number {
  let at = place;
  while (areText(view.getInt32(at, true))) at += 4;
  while (role[bytes[at]!] === 0) at += 1;
  return at;
}

/** Whether four ASCII bytes all come after the comma, as those of letters and digits do. */
export function areText(four: number): boolean {
  return ((four + 0x53535353) & 0x80808080) === (0x80808080 | 0);
}
