import { firstInvalid, otherEncoding, wrongEncoding } from './decodeText.ts';

/** Decodes UTF-8 that comes in chunks; call it without one at the end. Any other encoding is refused by name, with its place. */
export function textStream(shown: string): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let offset = 0;
  return (chunk = new Uint8Array(0)) => {
    const other = offset === 0 ? otherEncoding(chunk) : null;
    if (other) throw wrongEncoding(shown, other, 0);
    const before = offset;
    offset += chunk.length;
    try {
      return decoder.decode(chunk, { stream: chunk.length > 0 });
    } catch {
      const begun = chunk.subarray(0, 3).findIndex((byte) => byte < 0x80 || byte > 0xbf);
      const from = before > 0 && begun > 0 ? begun : 0;
      throw wrongEncoding(shown, 'not UTF-8', before + from + firstInvalid(chunk.subarray(from)));
    }
  };
}
