import { describe, expect, it } from 'vitest';
import { RpcFailure } from '../../../../../shared/rpc/rpcFailure.ts';
import { saveAs, type SaveAsParts } from '../../../../../renderer/workbench/documents/saveAs.ts';

interface Desk {
  /** What the user types, and whether a file that is there may be replaced. */
  readonly typed: string | null;
  readonly replace?: boolean;
  readonly files?: readonly [string, string][];
}

function desk({ typed, replace = false, files = [] }: Desk) {
  const disk = new Map<string, string>(files);
  const said: string[] = [];
  const closed: string[] = [];
  let open = ['scenario:old.scenario.json', 'bill:old.scenario.json', 'welcome:'];
  const methods: Record<string, (params: Record<string, string>) => unknown> = {
    'document.save': ({ path = '', text = '', expected }) => {
      if ((disk.get(path) ?? null) !== expected) return { saved: false, conflict: { sha256: disk.get(path) } };
      disk.set(path, text);
      return { saved: true, sha256: text, durable: true };
    },
    'document.saveElsewhere': ({ file = '', text = '' }) => {
      if (disk.has(file)) throw new RpcFailure({ code: 'exists', message: `${file} exists already.` });
      disk.set(file, text);
      return { path: file };
    },
  };
  const parts = {
    rpc: async (name: string, params: never) => methods[name]!(params),
    dialogs: {
      input: () => Promise.resolve(typed),
      confirm: () => Promise.resolve(replace ? 'replace' : null),
    },
    documents: {
      get: (path: string) => (path === 'old.scenario.json' ? { text: 'mine' } : null),
      close: (path: string) => closed.push(path),
    },
    editors: {
      all: () => open,
      replace: (uri: string, by: string) => (open = open.map((each) => (each === uri ? by : each))),
    },
    notifications: {
      announce: (text: string) => said.push(text),
      show: (_: string, text: string) => said.push(text),
      failed: (doing: string, error: Error) => said.push(`${doing}: ${error.message}`),
    },
    workspace: { refresh: () => Promise.resolve() },
  } as unknown as SaveAsParts;
  return { disk, said, closed, editors: () => open, save: () => saveAs(parts, 'old.scenario.json') };
}

describe('saving under another path', () => {
  it('goes on there with every editor, and leaves the old file as it is', async () => {
    const { disk, closed, editors, save } = desk({
      typed: 'kept/new.scenario.json',
      files: [['old.scenario.json', 'one']],
    });
    expect(await save()).toBe(true);
    expect([...disk]).toEqual([
      ['old.scenario.json', 'one'],
      ['kept/new.scenario.json', 'mine'],
    ]);
    expect(closed).toEqual(['old.scenario.json']);
    expect(editors()).toEqual(['scenario:kept/new.scenario.json', 'bill:kept/new.scenario.json', 'welcome:']);
  });

  it('opens another sort of file as its sort opens', async () => {
    const { editors, save } = desk({ typed: 'notes.md' });
    await save();
    expect(editors()).toEqual(['text:notes.md', 'text:notes.md', 'welcome:']);
  });

  it('replaces a file that is there only when told to', async () => {
    const files: Desk['files'] = [['new.scenario.json', 'theirs']];
    const kept = desk({ typed: 'new.scenario.json', files });
    expect(await kept.save()).toBe(false);
    expect(kept.disk.get('new.scenario.json')).toBe('theirs');
    expect(kept.closed).toEqual([]);
    const replaced = desk({ typed: 'new.scenario.json', files, replace: true });
    expect(await replaced.save()).toBe(true);
    expect(replaced.disk.get('new.scenario.json')).toBe('mine');
  });

  it('outside the folder writes a copy, never over another file, and goes on here (F12)', async () => {
    const { disk, closed, editors, save } = desk({ typed: '/elsewhere/new.scenario.json' });
    expect(await save()).toBe(true);
    expect(disk.get('/elsewhere/new.scenario.json')).toBe('mine');
    expect([closed, editors()[0]]).toEqual([[], 'scenario:old.scenario.json']);
    const taken = desk({ typed: 'C:\\x.json', files: [['C:\\x.json', 'theirs']] });
    expect(await taken.save()).toBe(false);
    expect(taken.said).toEqual(['Saving as C:\\x.json: C:\\x.json exists already.']);
  });

  it('does nothing where the user gives up', async () => {
    const { disk, said, save } = desk({ typed: null });
    expect(await save()).toBe(false);
    expect([[...disk], said]).toEqual([[], []]);
  });
});
