/** Gathers texts as UTF-8 bytes in one reused block: joining them as text first would cost several times as much. */
export interface TextBlock {
  /** Adds a text; true where the block should now be taken. */
  add(text: string): boolean;
  /** The bytes gathered, valid until the next `add`. Empties the block. */
  take(): Uint8Array;
}

const fullBytes = 1 << 20;
const mostBytesPerUnit = 3;

export function textBlock(): TextBlock {
  let block = Buffer.allocUnsafe(fullBytes + (1 << 16));
  let used = 0;
  return {
    add(text) {
      const needed = used + text.length * mostBytesPerUnit;
      if (needed > block.length) block = Buffer.concat([block.subarray(0, used)], needed);
      used += block.write(text, used);
      return used >= fullBytes;
    },
    take() {
      const bytes = block.subarray(0, used);
      used = 0;
      return bytes;
    },
  };
}
