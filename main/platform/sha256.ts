import * as crypto from 'node:crypto';
import type { Sha256 } from '../../shared/ledger/chain.ts';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export const sha256Text: Sha256 =
  typeof crypto.hash === 'function' ? (text) => crypto.hash('sha256', text, 'hex') : sha256Bytes;

/** Lower-case hex SHA-256 of bytes, or of a text's UTF-8 bytes. */
export function sha256Bytes(bytes: Uint8Array | string): string {
  return crypto.createHash('sha256').update(bytes).digest('hex');
}

/** Lower-case hex SHA-256 of chunks as they pass: `add` each, then `digest` once. */
export function sha256Stream(): { add(bytes: Uint8Array): void; digest(): string } {
  const hash = crypto.createHash('sha256');
  return { add: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
