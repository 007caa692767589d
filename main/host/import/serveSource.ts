import type { ImportSource, PrivateCopy } from './importSource.ts';
import { answered, type FromThread, type ToThread } from './threadMessages.ts';

/** A message to the thread, with buffers that are handed over rather than copied. */
interface ToSend {
  readonly message: ToThread;
  readonly handOver: readonly ArrayBuffer[];
}

/** Gives a thread what it wishes of a source: its bytes in streams, and private copies. */
export interface ServedSource {
  answer(wish: FromThread & { is: 'wish' }): Promise<ToSend>;
  /** Ends the streams and takes the copies away. */
  close(): Promise<void>;
}

export function serveSource(source: ImportSource): ServedSource {
  const streams = new Map<number, AsyncIterator<Uint8Array>>();
  const copies: PrivateCopy[] = [];
  const next = async (stream: number): Promise<Uint8Array | null> => {
    const chunks = streams.get(stream) ?? source.chunks()[Symbol.asyncIterator]();
    streams.set(stream, chunks);
    const piece = await chunks.next();
    // What comes is only valid until the next is asked for.
    return piece.done ? null : piece.value.slice();
  };
  const end = async (stream: number): Promise<null> => {
    await streams.get(stream)?.return?.();
    streams.delete(stream);
    return null;
  };
  const copy = async () => {
    const made = await source.copy();
    copies.push(made);
    return { path: made.path, sha256: made.sha256 };
  };
  return {
    async answer(wish) {
      const of = await answered(async () => {
        if (wish.for === 'copy') return copy();
        return wish.for === 'chunk' ? next(wish.stream) : end(wish.stream);
      });
      const handOver = of.ok && of.value instanceof Uint8Array ? [of.value.buffer as ArrayBuffer] : [];
      return { message: { do: 'take', ask: wish.ask, of }, handOver };
    },
    async close() {
      for (const stream of streams.keys()) await end(stream);
      for (const { remove } of copies) await remove();
    },
  };
}
