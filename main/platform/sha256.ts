import * as crypto from 'node:crypto';
import type { Sha256 } from '../../shared/ledger/chain.ts';
import type { Sha256Into } from '../../shared/ledger/hashDigits.ts';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export const sha256Text: Sha256 =
  typeof crypto.hash === 'function' ? (text) => crypto.hash('sha256', text, 'hex') : sha256Bytes;

/** Lower-case hex SHA-256 of bytes, or of a text's UTF-8 bytes. */
export function sha256Bytes(bytes: Uint8Array | string): string {
  return crypto.createHash('sha256').update(bytes).digest('hex');
}

const ascii = new TextEncoder();
const sha256OfBytes =
  typeof crypto.hash === 'function' ? (bytes: Uint8Array) => crypto.hash('sha256', bytes, 'hex') : sha256Bytes;
/** Writes the digits of the SHA-256 of some bytes. */
export const sha256Into: Sha256Into = (bytes, from, until, digits) => {
  ascii.encodeInto(sha256OfBytes(bytes.subarray(from, until)), digits);
};

/** Lower-case hex SHA-256 of chunks as they pass: `add` each, then `digest` once. */
export function sha256Stream(): { add(bytes: Uint8Array): void; digest(): string } {
  const hash = crypto.createHash('sha256');
  return { add: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
