import { describe, expect, it } from 'vitest';
import { callPiece, createPieces, longestCall } from '../../../../main/web/pieces.ts';

const piece = (call: string, number: number, of: number, text: string) => ({ call, piece: number, of, text });

describe('a call in pieces', () => {
  it('is whole with its last piece', () => {
    const pieces = createPieces();
    expect(pieces.put(piece('a', 0, 3, 'one '), 0)).toEqual({ kind: 'kept' });
    expect(pieces.put(piece('a', 1, 3, 'two '), 0)).toEqual({ kind: 'kept' });
    expect(pieces.put(piece('a', 2, 3, 'three'), 0)).toEqual({ kind: 'complete', text: 'one two three' });
    expect(pieces.put(piece('a', 2, 3, 'three'), 0)).toEqual({ kind: 'lost' });
  });

  it('may cross another one', () => {
    const pieces = createPieces();
    pieces.put(piece('a', 0, 2, 'a'), 0);
    pieces.put(piece('b', 0, 2, 'b'), 0);
    expect(pieces.put(piece('a', 1, 2, 'A'), 0)).toEqual({ kind: 'complete', text: 'aA' });
    expect(pieces.put(piece('b', 1, 2, 'B'), 0)).toEqual({ kind: 'complete', text: 'bB' });
  });

  it('is lost where a piece is missing, repeated, or counted otherwise', () => {
    for (const wrong of [piece('a', 2, 3, ''), piece('a', 1, 4, '')]) {
      const pieces = createPieces();
      pieces.put(piece('a', 0, 3, ''), 0);
      expect(pieces.put(wrong, 0)).toEqual({ kind: 'lost' });
      expect(pieces.put(piece('a', 1, 3, ''), 0)).toEqual({ kind: 'lost' });
    }
  });

  it('is forgotten when nothing came of it for half a minute', () => {
    const pieces = createPieces();
    pieces.put(piece('a', 0, 2, ''), 0);
    expect(pieces.put(piece('a', 1, 2, ''), 30_001)).toEqual({ kind: 'lost' });
  });

  it('does not grow beyond the longest call', () => {
    const pieces = createPieces();
    const text = 'x'.repeat(1_000_000);
    const count = Math.ceil(longestCall / text.length) + 1;
    const outcomes = Array.from({ length: count }, (_, index) => pieces.put(piece('a', index, count, text), 0).kind);
    expect(outcomes.at(-1)).toBe('lost');
    expect(outcomes.at(-2)).toBe('too-large');
    expect(outcomes.slice(0, -2)).toEqual(outcomes.slice(0, -2).map(() => 'kept'));
  });

  it('is not begun while four others are half sent', () => {
    const pieces = createPieces();
    for (const call of ['a', 'b', 'c', 'd']) pieces.put(piece(call, 0, 2, ''), 0);
    expect(pieces.put(piece('e', 0, 2, ''), 0)).toEqual({ kind: 'lost' });
    expect(pieces.put(piece('a', 1, 2, ''), 0)).toEqual({ kind: 'complete', text: '' });
  });

  it('has a number below its count', () => {
    expect(callPiece.safeParse(piece('a', 1, 1, '')).success).toBe(false);
    expect(callPiece.safeParse(piece('', 0, 1, '')).success).toBe(false);
    expect(callPiece.safeParse({ ...piece('a', 0, 1, ''), more: 1 }).success).toBe(false);
    expect(callPiece.safeParse(piece('a', 0, 1, '')).success).toBe(true);
  });
});
