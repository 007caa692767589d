/** Texts of one line each, packed into memory that threads share: a million of them cross in no time, and not in one go. */
export type PackedTexts = readonly Uint8Array[];

/** Texts that are packed in one step. */
const textsABlock = 16_384;

/** Packs texts, a block at each step. */
export function* packTexts(texts: readonly string[]): Generator<void, PackedTexts> {
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  for (let from = 0; from < texts.length; from += textsABlock) {
    const bytes = encoder.encode(texts.slice(from, from + textsABlock).join('\n'));
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    blocks.push(shared);
    yield;
  }
  return blocks;
}

/** The texts again, a block at each step. */
export function* unpackTexts(blocks: PackedTexts): Generator<void, readonly string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const texts: string[] = [];
  for (const block of blocks) {
    for (const text of decoder.decode(block.slice()).split('\n')) texts.push(text);
    yield;
  }
  return texts;
}

/** What steps come to, without a pause. */
export function inOneGo<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
