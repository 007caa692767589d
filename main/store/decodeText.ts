import { StoreFailure, type Encoding } from './storeError.ts';

/** The text of UTF-8 bytes, with or without a byte order mark. Any other encoding is refused by name; nothing is replaced. */
export function decodeText(bytes: Uint8Array, shown: string): string {
  const other = otherEncoding(bytes);
  if (other) throw wrongEncoding(shown, other, 0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrongEncoding(shown, 'not UTF-8', firstInvalid(bytes));
  }
}

/** The refusal of text in another encoding than UTF-8. */
export function wrongEncoding(path: string, encoding: Encoding, offset: number): StoreFailure {
  return new StoreFailure({ code: 'encoding', path, cause: encoding, encoding, offset });
}

/** UTF-16 and UTF-32 by their marks, and UTF-16 without one by its zero bytes. */
export function otherEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  if (bytes.length < 4) return null;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'UTF-16LE';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'UTF-16BE' : null;
}

/** The length of the longest valid beginning. What is known to be valid is not decoded again: a byte may be wrong after many. */
export function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(lastSequence(bytes, valid), middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Where the last character of a valid beginning begins; it may be cut. */
function lastSequence(bytes: Uint8Array, valid: number): number {
  let at = Math.max(0, valid - 1);
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at -= 1;
  return at;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    // Streaming: a sequence that is cut at the end is not yet wrong.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
