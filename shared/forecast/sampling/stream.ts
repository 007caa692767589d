import { splitMix64 } from '../../base/prng.ts';

/** Four words from which the streams of all paths follow: plain data. */
export type StreamKey = Int32Array;

/** What a stream decides, so that no two things depend on one. */
export type StreamUse = 'noise' | 'spikes' | 'shared';

/** The key of a model's streams. Invariant: the same seed, use and id give the same key, whatever else a scenario holds. */
export function streamKey(seed: number, use: StreamUse, id: string): StreamKey {
  const mix = splitMix64(splitMix64(BigInt(seed))() ^ textHash(`${use}\n${id}`));
  return new Int32Array(new BigInt64Array([BigInt.asIntN(64, mix()), BigInt.asIntN(64, mix())]).buffer);
}

/**
 * Enters into `state` where the stream of one path begins: the words of four generators side by side, first words first, none of
 * the four all zeros.
 */
export function seekPath(key: StreamKey, path: number, state: Int32Array): void {
  for (let lane = 0; lane < 4; lane++) {
    const number = 4 * path + lane;
    let any = 0;
    for (let word = 0; word < 4; word++)
      any |= state[4 * word + lane] = spread(key[word]! + Math.imul(number, odds[word]!));
    if (any === 0) state[lane] = 1;
  }
}

/** By which the number of a generator steps each of its words. All are odd, so that no two numbers share a word. */
export const odds = new Int32Array([0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f]);

/** MurmurHash3's last step: each bit of the word touches all the others. */
function spread(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** FNV-1a over UTF-16 units. */
function textHash(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash;
}
