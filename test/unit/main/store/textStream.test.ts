import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../../main/store/storeError.ts';
import { textStream } from '../../../../main/store/textStream.ts';

const text = 'at,credits\n2026-01-01,1,grün €\n';

function decoded(bytes: Uint8Array, size: number): string {
  const decode = textStream('jan.csv');
  let all = '';
  for (let at = 0; at < bytes.length; at += size) all += decode(bytes.subarray(at, at + size));
  return all + decode();
}

function refusalOf(bytes: Uint8Array, size: number): unknown {
  try {
    decoded(bytes, size);
  } catch (error) {
    if (error instanceof StoreFailure) return error.error;
    throw error;
  }
  return null;
}

describe('text that comes in chunks', () => {
  it.each([1, 2, 3, 7, 1000])('is the same in chunks of %i bytes', (size) => {
    expect(decoded(Buffer.from(text), size)).toBe(text);
  });

  it('in UTF-16 is refused by name, with or without its mark', () => {
    const little = Buffer.from(text, 'utf16le');
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
    expect(refusalOf(marked, 1000)).toMatchObject({ code: 'encoding', encoding: 'UTF-16LE' });
    expect(refusalOf(little, 1000)).toMatchObject({ code: 'encoding', encoding: 'UTF-16LE' });
    expect(refusalOf(Buffer.from(little).swap16(), 1000)).toMatchObject({ code: 'encoding', encoding: 'UTF-16BE' });
  });

  it.each([8, 16, 1000])('names the byte that is not UTF-8 in chunks of %i', (size) => {
    const bytes = Buffer.concat([Buffer.from('at,credits,grün\n'), Buffer.from([0xff]), Buffer.from('x,1\n')]);
    expect(refusalOf(bytes, size)).toMatchObject({ code: 'encoding', encoding: 'not UTF-8', offset: 17 });
  });
});
