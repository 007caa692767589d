/** The first bits of a character of one, two … more bytes. */
const leads = [0, 0xc0, 0xe0, 0xf0];

/** Writes a text as UTF-8 from `at` on, and gives where it ends. Invariant: the text is well-formed, and there is room. */
export function writeUtf8(bytes: Uint8Array, at: number, text: string): number {
  let end = at;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[end++] = leads[more]! | (code >> (6 * more));
    for (let rest = more - 1; rest >= 0; rest--) bytes[end++] = 0x80 | ((code >> (6 * rest)) & 0x3f);
  }
  return end;
}
