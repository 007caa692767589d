import { areText, isPlainByte } from './plainText.ts';

/** Reads ids from ASCII bytes as two hashes each, which together tell ids apart almost surely; equal ids have equal hashes. */
export class PlainId {
  /** The hashes of the id last read; both 0 where it is empty. */
  high = 0;
  low = 0;

  /** Reads what stands at a place, without quotes; gives the place after it. */
  read(bytes: Uint8Array, view: DataView, place: number): number {
    let high = 0x811c9dc5 | 0;
    let low = 0x2545f491;
    let at = place;
    for (let four = view.getInt32(at, true); areText(four); four = view.getInt32(at, true)) {
      high = Math.imul(high ^ four, 0x9e3779b1);
      high ^= high >>> 15;
      low = Math.imul((low << 7) ^ (low >>> 25) ^ four, 0x85ebca6b);
      at += 4;
    }
    for (let code = bytes[at]!; isPlainByte(code); code = bytes[++at]!) {
      high = Math.imul(high ^ code, 0x9e3779b1);
      high ^= high >>> 15;
      low = Math.imul((low << 7) ^ (low >>> 25) ^ code, 0x85ebca6b);
    }
    low ^= low >>> 13;
    const isEmpty = at === place;
    this.high = isEmpty ? 0 : high;
    this.low = isEmpty ? 0 : high === 0 && low === 0 ? 1 : low;
    return at;
  }
}
