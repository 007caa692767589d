import { createHash } from 'node:crypto';
import type { ChainHashing } from '../../shared/ledger/verify.ts';

/** SHA-256 as Node has it, of texts and of bytes. */
export const hashing: ChainHashing = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  sha256Into: (bytes, from, until, digits) =>
    void Buffer.from(digits.buffer).write(createHash('sha256').update(bytes.subarray(from, until)).digest('hex')),
};
