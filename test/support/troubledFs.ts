import type { Fs, OpenFile } from '../../main/platform/fs.ts';

/** What happens to one operation: the system refuses it, does half of it, is slow, or the process ends there. */
export type Trouble = { readonly fails: string } | 'short' | 'late' | 'dies';

/** A file system in which one operation, by its number from when it was last told, meets trouble. */
export interface TroubledFs {
  readonly fs: Fs;
  /** Operations since. */
  asked(): number;
  /** From now on the operation of that number, counted from 1, meets the trouble. Gives when the process "died". */
  meet(number: number, trouble: Trouble): Promise<'died'>;
}

/** Puts one trouble under every kind of operation, on files and on open files alike. */
export function troubledFs(under: Fs): TroubledFs {
  const state = { asked: 0, at: Infinity, trouble: 'late' as Trouble, die: () => {} };

  /** True where a write is to be short. */
  async function ask(name: string): Promise<boolean> {
    state.asked += 1;
    const { trouble } = state;
    if (trouble === 'dies' && state.asked >= state.at) {
      state.die();
      await new Promise(() => {});
    }
    if (state.asked !== state.at) return false;
    if (typeof trouble === 'object')
      throw Object.assign(new Error(`${trouble.fails}: injected, ${name}`), { code: trouble.fails });
    if (trouble === 'late') await new Promise((resolve) => setTimeout(resolve, 1));
    return trouble === 'short';
  }

  async function run<T extends object>(inner: T, key: string, args: unknown[]): Promise<unknown> {
    // Closed even where the close "fails": the test itself must not leak.
    if (key === 'close') await (inner as unknown as OpenFile).close();
    const isShort = await ask(key);
    if (key === 'close') return undefined;
    if (key === 'write' && isShort) args[2] = Math.max(1, Math.floor((args[2] as number) / 2));
    const done = await (inner[key as keyof T] as (...args: unknown[]) => Promise<unknown>)(...args);
    return key === 'open' ? wrap(done as OpenFile) : done;
  }

  /** Only what is there is wrapped: an object with a `then` would be taken for a promise. */
  function wrap<T extends object>(target: T): T {
    const names = Object.keys(target);
    return Object.fromEntries(names.map((key) => [key, (...args: unknown[]) => run(target, key, args)])) as T;
  }

  return {
    fs: wrap(under),
    asked: () => state.asked,
    meet: (number, trouble) => {
      Object.assign(state, { asked: 0, at: number, trouble });
      return new Promise((resolve) => (state.die = () => resolve('died')));
    },
  };
}
