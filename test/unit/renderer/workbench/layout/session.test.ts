import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../../../../renderer/platform/connection.ts';
import type { EditorKind } from '../../../../../renderer/platform/editor.ts';
import { createShell } from '../../../../../renderer/workbench/createShell.ts';
import type { WorkspaceView } from '../../../../../shared/rpc/views.ts';

const kinds = ['scenario', 'bill', 'welcome', 'text'].map((scheme): EditorKind => ({
  scheme,
  icon: 'file',
  load: () => Promise.reject(new Error('nothing is drawn here')),
  ...(scheme === 'welcome' ? {} : { document: (path: string) => path }),
}));

const scenario = { path: 'acme.scenario.json', name: 'acme.scenario.json', kind: 'scenario', bytes: 10 } as const;

/** A host that keeps state by folder, as the real one does. */
function host() {
  const kept = new Map<string, string>();
  const gone = new Set<string>();
  const faults: string[] = [];
  const disk = { isFull: false };
  let folder = '';
  const methods: Record<string, (params: Record<string, string>) => unknown> = {
    'workspace.open': (params) => {
      if (gone.has(params.folder!)) throw new Error('gone');
      folder = params.folder!;
      return view(folder);
    },
    'state.get': (params) => kept.get(`${folder} ${params.key}`) ?? null,
    'state.set': (params) => {
      kept.set(`${folder} ${params.key}`, params.value!);
      return null;
    },
    'unsaved.list': () => {
      const own = [...kept].filter(([key]) => key.startsWith(`${folder} unsaved `));
      return { works: own.map(([, value]) => JSON.parse(value) as unknown), faults };
    },
    'unsaved.keep': (params) => {
      if (disk.isFull) throw new Error('the disk is full');
      kept.set(`${folder} unsaved ${params.path}`, JSON.stringify(params));
      return null;
    },
    'unsaved.drop': (params) => (kept.delete(`${folder} unsaved ${params.path}`), null),
    'document.read': (params) => ({ path: params.path, text: 'on disk', sha256: 'one', readOnly: false }),
  };
  const connection = {
    kind: 'web',
    call: async (name: string, params: Record<string, string>) => methods[name]!(params),
    on: () => () => undefined,
    watch: () => () => undefined,
  } as unknown as Connection;
  const start = () => createShell(connection, [{ id: 'test', editors: kinds }]);
  return { start, kept, gone, faults, disk };
}

function view(folder: string, readOnly: string | null = null): WorkspaceView {
  return { folder, name: folder, readOnly, historyNearFull: null, files: folder === '/empty' ? [] : [scenario] };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is kept from start to start', () => {
  it('a folder seen for the first time shows its first scenario with the bill beside it, an empty one the welcome page', async () => {
    const { shell } = host().start();
    await shell.workspace.open('/acme');
    expect(shell.editors.all()).toEqual(['scenario:acme.scenario.json', 'bill:acme.scenario.json']);
    expect(shell.editors.active()).toBe('scenario:acme.scenario.json');
    await shell.workspace.open('/empty');
    expect(shell.editors.all()).toEqual(['welcome:']);
  });

  it('where nothing was open, the page at start-up is shown, unless the user wants none', async () => {
    const computer = host();
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    for (const uri of shell.editors.all()) await shell.editors.close(uri);
    await vi.runAllTimersAsync();

    const { shell: next } = computer.start();
    await next.workspace.open('/acme');
    expect(next.editors.all()).toEqual(['welcome:']);
    next.settings.setState({ startPage: 'none' });
    await next.workspace.open('/empty');
    expect(next.editors.all()).toEqual([]);
  });

  it('layout and unsaved work come back at the next start', async () => {
    const computer = host();
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    await shell.documents.open(scenario.path);
    shell.documents.edit(scenario.path, 'unsaved', 'Change fee');
    await shell.editors.close(`bill:${scenario.path}`);
    await vi.runAllTimersAsync();

    const { shell: next } = computer.start();
    await next.workspace.open('/acme');
    expect(next.editors.all()).toEqual([`scenario:${scenario.path}`]);
    expect(next.documents.get(scenario.path)).toMatchObject({ text: 'unsaved', dirty: true, savedText: 'on disk' });
  });

  it('going to another folder keeps each folder its own', async () => {
    const computer = host();
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    await shell.documents.open(scenario.path);
    shell.documents.edit(scenario.path, 'unsaved', 'Change fee');
    await shell.workspace.open('/other');
    await vi.runAllTimersAsync();
    expect(shell.documents.get(scenario.path)).toMatchObject({ text: 'on disk', dirty: false });
    expect([...computer.kept.keys()].filter((key) => key.includes('unsaved'))).toEqual([
      `/acme unsaved ${scenario.path}`,
    ]);
  });

  it('a scenario in front is read at once, and has nothing to be kept', async () => {
    const { shell, session } = host().start();
    await shell.workspace.open('/acme');
    await vi.advanceTimersByTimeAsync(0);
    expect(shell.documents.get(scenario.path)).toMatchObject({ text: 'on disk', dirty: false });
    expect(session.hasWorkToKeep()).toBe(false);
  });

  it('a folder that cannot be opened leaves everything as it was', async () => {
    const computer = host();
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    computer.gone.add('/nowhere');
    await expect(shell.workspace.open('/nowhere')).rejects.toThrow('gone');
    await shell.documents.open(scenario.path);
    shell.documents.edit(scenario.path, 'later', 'Change fee');
    await vi.runAllTimersAsync();
    expect([...computer.kept.values()].join(' ')).toContain('later');
  });

  it('a second window that may not save leaves the unsaved work of the first alone', async () => {
    const computer = host();
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    await shell.documents.open(scenario.path);
    shell.documents.edit(scenario.path, 'unsaved', 'Change fee');
    await vi.runAllTimersAsync();

    const { shell: second } = computer.start();
    await second.workspace.change(() => Promise.resolve(view('/acme', 'Another Drawdown holds it.')));
    const document = await second.documents.open(scenario.path);
    await vi.runAllTimersAsync();
    expect(document).toMatchObject({ text: 'on disk', dirty: false });

    const { shell: third } = computer.start();
    await third.workspace.open('/acme');
    expect(third.documents.get(scenario.path)).toMatchObject({ text: 'unsaved' });
  });

  it('undo comes back with the work, also that of a document that was saved', async () => {
    const computer = host();
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    await shell.documents.open(scenario.path);
    shell.documents.edit(scenario.path, 'first', 'Change fee');
    shell.documents.edit(scenario.path, 'on disk', 'Change plan');
    await vi.runAllTimersAsync();

    const { shell: next } = computer.start();
    await next.workspace.open('/acme');
    expect(next.documents.get(scenario.path)).toMatchObject({ text: 'on disk', dirty: false });
    next.documents.undo(scenario.path);
    expect(next.documents.get(scenario.path)).toMatchObject({ text: 'first', dirty: true });
    next.documents.undo(scenario.path);
    next.documents.redo(scenario.path);
    expect(next.documents.get(scenario.path)).toMatchObject({ text: 'first', undo: [{ label: 'Change fee' }] });
  });

  it('work that cannot be kept is told once, and its folder is not left for another one', async () => {
    const computer = host();
    const { shell, session } = computer.start();
    await shell.workspace.open('/acme');
    await shell.documents.open(scenario.path);
    computer.disk.isFull = true;
    shell.documents.edit(scenario.path, 'unsaved', 'Change fee');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shell.notifications.store.getState().past.map(({ text }) => text)).toEqual([
      'Work that is not saved cannot be kept; save it: the disk is full',
    ]);
    expect(session.hasWorkToKeep()).toBe(true);
    await expect(shell.workspace.open('/other')).rejects.toThrow('save it first');
    expect(shell.documents.get(scenario.path)?.text).toBe('unsaved');
    computer.disk.isFull = false;
    await shell.workspace.open('/other');
    expect(computer.kept.get(`/acme unsaved ${scenario.path}`)).toContain('unsaved');
    expect(session.hasWorkToKeep()).toBe(false);
  });

  it('what cannot be read of it is told', async () => {
    const computer = host();
    computer.faults.push('unsaved/1.json is damaged: it is empty.');
    const { shell } = computer.start();
    await shell.workspace.open('/acme');
    expect(shell.notifications.store.getState().queue).toMatchObject([
      { severity: 'warning', text: computer.faults[0] },
    ]);
  });
});
