import type { ImportSource } from './importSource.ts';
import { valueOf, type FromThread, type ThreadCopy, type ToThread } from './threadMessages.ts';

type Wish = FromThread & { is: 'wish' };
type Taken = ToThread & { do: 'take' };
type Value = (Taken['of'] & { ok: true })['value'];
type WithoutAsk<T> = T extends unknown ? Omit<T, 'is' | 'ask'> : never;

/** A source whose bytes come from the other side of a thread, a piece whenever one is wanted. */
export interface RemoteSource {
  source(name: string, bytes: number): ImportSource;
  /** Takes in what came. */
  take(taken: Taken): void;
}

export function remoteSource(say: (wish: Wish) => void): RemoteSource {
  const waiting = new Map<number, (of: Taken['of']) => void>();
  let asked = 0;
  let streams = 0;
  const ask = async (wish: WithoutAsk<Wish>): Promise<Value> => {
    const id = ++asked;
    const of = new Promise<Taken['of']>((resolve) => waiting.set(id, resolve));
    say({ is: 'wish', ask: id, ...wish } as Wish);
    return valueOf(await of);
  };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const stream = ++streams;
    try {
      for (;;) {
        const chunk = (await ask({ for: 'chunk', stream })) as Uint8Array | null;
        if (chunk === null) return;
        yield chunk;
      }
    } finally {
      await ask({ for: 'end', stream });
    }
  }
  const copy = async () => ({ ...((await ask({ for: 'copy' })) as ThreadCopy), remove: async () => undefined });
  return {
    source: (name, bytes) => ({ name, bytes, chunks, copy }),
    take({ ask: id, of }) {
      waiting.get(id)?.(of);
      waiting.delete(id);
    },
  };
}
