const codes: number[] = [];

/** The text of plain ASCII bytes, at most 10,000 of them. Through one array that is used again: spreading bytes costs four times as much. */
export function asciiText(bytes: Uint8Array, from: number, until: number): string {
  codes.length = Math.min(until - from, 10_000);
  for (let at = 0; at < codes.length; at++) codes[at] = bytes[from + at]!;
  return String.fromCharCode.apply(null, codes);
}
