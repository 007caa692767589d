import { z } from 'zod';

/** Longest call that may be put together, in UTF-16 units. */
export const longestCall = 32 * 1024 * 1024;
const mostOpenCalls = 4;
const forgottenAfterMs = 30_000;

/** One piece of a call that is too large for one body. */
export const callPiece = z
  .strictObject({
    call: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
    piece: z.int().min(0).max(1000),
    of: z.int().min(1).max(1000),
    text: z.string().max(1_000_000),
  })
  .refine(({ piece, of }) => piece < of);

export type CallPiece = z.infer<typeof callPiece>;

/** What a piece did: it was kept, it completed its call, or its call is lost. */
export type PieceOutcome =
  | { readonly kind: 'kept' }
  | { readonly kind: 'complete'; readonly text: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'too-large' };

interface OpenCall {
  readonly of: number;
  readonly texts: string[];
  length: number;
  last: number;
}

/** Puts calls together from pieces that come in order. Bounded: a few open calls, each of bounded length and idle time. */
export function createPieces(): { put(piece: CallPiece, now: number): PieceOutcome } {
  const open = new Map<string, OpenCall>();
  return {
    put({ call, piece, of, text }, now) {
      forget(open, now);
      const known = piece === 0 ? begin(open, call, of) : open.get(call);
      if (!known || known.of !== of || known.texts.length !== piece) return (open.delete(call), { kind: 'lost' });
      known.texts.push(text);
      known.length += text.length;
      known.last = now;
      if (known.length > longestCall) return (open.delete(call), { kind: 'too-large' });
      if (known.texts.length < of) return { kind: 'kept' };
      open.delete(call);
      return { kind: 'complete', text: known.texts.join('') };
    },
  };
}

function begin(open: Map<string, OpenCall>, call: string, of: number): OpenCall | undefined {
  open.delete(call);
  if (open.size >= mostOpenCalls) return undefined;
  const begun: OpenCall = { of, texts: [], length: 0, last: 0 };
  open.set(call, begun);
  return begun;
}

function forget(open: Map<string, OpenCall>, now: number): void {
  for (const [call, { last }] of open) if (now - last > forgottenAfterMs) open.delete(call);
}
