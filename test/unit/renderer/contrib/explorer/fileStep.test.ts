import { describe, expect, it } from 'vitest';
import { takeStep } from '../../../../../renderer/contrib/explorer/fileStep.ts';
import type { Workbench } from '../../../../../renderer/platform/workbench.ts';

/** A workbench on a folder of names, with one file open. */
function workbenchOn(names: readonly string[], open: readonly string[] = []) {
  const there = new Set(names);
  const trash = new Map<string, string>();
  const uris = [...open];
  const take = (path: string): void => {
    if (!there.delete(path)) throw new Error(`${path} is not there (any more).`);
  };
  const put = (path: string): void => {
    if (there.has(path)) throw new Error(`${path} exists already and is not overwritten.`);
    there.add(path);
  };
  const methods: Record<string, (params: Record<string, string>) => unknown> = {
    'file.move': ({ path, to }) => {
      put(to!);
      take(path!);
      return { path: to };
    },
    'file.trash': ({ path }) => {
      take(path!);
      trash.set(`trashed ${path}`, path!);
      return { trashed: `trashed ${path}` };
    },
    'file.restore': ({ path, trashed }) => {
      put(path!);
      trash.delete(trashed!);
      return { path };
    },
  };
  const workbench = {
    rpc: async (name: string, params: Record<string, string>) => methods[name]!(params),
    documents: { store: { getState: () => ({ byPath: {} }) }, close: () => undefined },
    editors: {
      all: () => uris,
      close: async (uri: string) => uris.splice(uris.indexOf(uri), 1).length === 1,
      replace: (uri: string, by: string) => uris.splice(uris.indexOf(uri), 1, by),
    },
  } as unknown as Workbench;
  return { workbench, there, uris };
}

describe('what is done to several files at once', () => {
  it('is undone and done again as one', async () => {
    const { workbench, there } = workbenchOn(['a.json', 'b.json', 'c.json']);
    const deleted = await takeStep(workbench, { kind: 'trash', paths: ['a.json', 'b.json'] });
    expect([...there]).toEqual(['c.json']);
    const restored = await takeStep(workbench, deleted.back!);
    expect([...there].toSorted()).toEqual(['a.json', 'b.json', 'c.json']);
    await takeStep(workbench, restored.back!);
    expect([...there]).toEqual(['c.json']);
  });

  it('moves files back to where each was, with their editors', async () => {
    const { workbench, there, uris } = workbenchOn(['a.json', 'b.json'], ['text:a.json']);
    const moves = ['a.json', 'b.json'].map((path) => ({ path, to: `kept/${path}` }));
    const moved = await takeStep(workbench, { kind: 'move', moves });
    expect([...there].toSorted()).toEqual(['kept/a.json', 'kept/b.json']);
    expect(uris).toEqual(['text:kept/a.json']);
    await takeStep(workbench, moved.back!);
    expect([...there].toSorted()).toEqual(['a.json', 'b.json']);
    expect(uris).toEqual(['text:a.json']);
  });

  it('names what was refused, and undoes what was done alone', async () => {
    const { workbench, there } = workbenchOn(['a.json', 'kept/a.json', 'b.json']);
    const moves = ['a.json', 'b.json'].map((path) => ({ path, to: `kept/${path}` }));
    const moved = await takeStep(workbench, { kind: 'move', moves });
    expect(moved.failed).toEqual(['kept/a.json exists already and is not overwritten.']);
    expect(moved.back).toEqual({ kind: 'move', moves: [{ path: 'kept/b.json', to: 'b.json' }] });
    expect([...there].toSorted()).toEqual(['a.json', 'kept/a.json', 'kept/b.json']);
  });
});
