import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../main/store/decodeText.ts';
import { StoreFailure } from '../../../../main/store/storeError.ts';

function refusal(bytes: Uint8Array) {
  try {
    return decodeText(bytes, 'a.json');
  } catch (error) {
    return error instanceof StoreFailure ? error.error : error;
  }
}

describe('the text of a file (F37)', () => {
  it('is UTF-8, with or without a byte order mark, any line ends kept', () => {
    expect(decodeText(Buffer.from('\ufeff{"a":"é😀"}\r\n'), 'a')).toBe('{"a":"é😀"}\r\n');
    expect(decodeText(Buffer.from('x'), 'a')).toBe('x');
  });

  it('is refused by name where it is UTF-16 or UTF-32', () => {
    const utf16 = Buffer.from('\ufeff{"a":1}', 'utf16le');
    expect(refusal(utf16)).toMatchObject({ code: 'encoding', encoding: 'UTF-16LE' });
    expect(refusal(Buffer.from(utf16).swap16())).toMatchObject({ code: 'encoding', encoding: 'UTF-16BE' });
    expect(refusal(utf16.subarray(2))).toMatchObject({ code: 'encoding', encoding: 'UTF-16LE' });
    expect(refusal(Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]))).toMatchObject({ encoding: 'UTF-32' });
  });

  it('is refused with the first wrong byte where it is Latin-1 or cut, never with replaced characters', () => {
    expect(refusal(Buffer.from('Zürich', 'latin1'))).toMatchObject({ encoding: 'not UTF-8', offset: 1 });
    expect(refusal(Buffer.from('😀').subarray(0, 3))).toMatchObject({ code: 'encoding', encoding: 'not UTF-8' });
    expect(refusal(Buffer.from([0x61, 0xed, 0xa0, 0x80]))).toMatchObject({ code: 'encoding', offset: 2 });
    for (let valid = 1; valid < 40; valid++) {
      const bytes = Buffer.concat([Buffer.from('aé€😀'.repeat(4)).subarray(0, valid), Buffer.from([0xff, 0x61])]);
      expect(refusal(bytes)).toMatchObject({ encoding: 'not UTF-8', offset: valid });
    }
  });
});
