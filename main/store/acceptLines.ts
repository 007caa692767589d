import type { ChainVerifier } from '../../shared/ledger/verify.ts';
import { decode, type LineBlock } from './ledgerLines.ts';

const lineFeed = 0x0a;

/** Whether nothing was found altered so far. Lines that are not plain are read as texts. */
export function acceptLines(verifier: ChainVerifier, block: LineBlock | null): boolean {
  if (block === null) return verifier.accept('') !== null;
  const { bytes, from, until } = block;
  let at = verifier.acceptPlain(bytes, from, until);
  while (at < until && !verifier.altered) {
    const end = bytes.indexOf(lineFeed, at);
    verifier.accept(decode(bytes.subarray(at, end)) ?? '');
    at = verifier.acceptPlain(bytes, end + 1, until);
  }
  return !verifier.altered;
}
