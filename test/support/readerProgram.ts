import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { decoders } from './decoders.ts';

// A thread that reads what it is sent, so that its reader can be stopped: by time, and by memory.

/** What a reader is asked: a text for the decoder of that title, or whether all that was read left its mark on every object. */
export type ToReader = { readonly title: string; readonly text: string } | { readonly title: null };

/** What it answers: whether the text was taken, and the longest time in which nothing else of its thread could run. */
export type FromReader =
  | { readonly end: 'answered'; readonly taken: boolean; readonly heldMs: number; readonly spinMs: number }
  | { readonly end: 'threw'; readonly stack: string }
  | { readonly end: 'looked'; readonly polluted: readonly string[] };

parentPort!.on('message', async (asked: ToReader) => {
  parentPort!.postMessage(await answerTo(asked));
});

async function answerTo(asked: ToReader): Promise<FromReader> {
  if (asked.title === null) return { end: 'looked', polluted: [...Object.keys(Object.prototype), ...Object.keys([])] };
  const decoder = decoders.find(({ title }) => title === asked.title)!;
  const before = spinMs();
  const held = watchTurns();
  try {
    const taken = await decoder.read(asked.text);
    const heldMs = held();
    return {
      end: 'answered',
      taken,
      heldMs,
      spinMs: asked.text.length > 100_000 ? Math.max(before, spinMs()) : before,
    };
  } catch (error) {
    return { end: 'threw', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    held();
  }
}

/** What this thread had of the processor: waiting for others of the machine is not its own. Where the system does not tell, the time of day. */
function threadMs(): number {
  try {
    const [ran] = readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ');
    return Number(ran) / 1e6;
  } catch {
    return performance.now();
  }
}

/** How long the machine takes for a fixed piece of work: it tells how busy it is with other things. */
function spinMs(): number {
  const start = threadMs();
  let sum = 0;
  for (let turn = 0; turn < 2_000_000; turn++) sum = (sum * 31 + turn) | 0;
  return threadMs() - start + (sum === 0.5 ? 1 : 0);
}

/** Watches how long the thread is held without a turn for anything else; asked, gives the longest time and stops. */
function watchTurns(): () => number {
  let [last, longest, isOn] = [threadMs(), 0, true];
  const look = (): number => {
    const now = threadMs();
    longest = Math.max(longest, now - last);
    last = now;
    return longest;
  };
  const turn = (): void => {
    look();
    if (isOn) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOn = false;
    return look();
  };
}
