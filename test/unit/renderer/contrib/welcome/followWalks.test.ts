import { beforeEach, describe, expect, it } from 'vitest';
import { beginAgain, runStep } from '../../../../../renderer/contrib/welcome/runStep.ts';
import { followWalks } from '../../../../../renderer/contrib/welcome/followWalks.ts';
import { progressOf } from '../../../../../renderer/contrib/welcome/walkProgress.ts';
import { walkStore } from '../../../../../renderer/contrib/welcome/walkStore.ts';
import { walkthroughs } from '../../../../../renderer/contrib/welcome/walkthroughs.ts';
import type { Command } from '../../../../../renderer/platform/command.ts';
import type { Connection } from '../../../../../renderer/platform/connection.ts';
import { createShell } from '../../../../../renderer/workbench/createShell.ts';

const [walk] = walkthroughs as [(typeof walkthroughs)[0]];
const [open, why, change] = walk.steps as [(typeof walk.steps)[0], (typeof walk.steps)[0], (typeof walk.steps)[0]];

/** A host with samples and folders, whose user state outlives each start. */
function computer() {
  const kept = new Map<string, string>();
  const gone = new Set<string>();
  let copies = 0;
  const methods: Record<string, (params: Record<string, string>) => unknown> = {
    'samples.open': ({ id }) => view(`/samples/${++copies}/${id}`),
    'workspace.open': ({ folder }) => {
      if (gone.has(folder!)) throw new Error('gone');
      return view(folder!);
    },
    'state.get': ({ key }) => kept.get(key!) ?? null,
    'state.set': ({ key, value }) => void kept.set(key!, value!),
    'document.read': ({ path }) => ({ path, text: '{}', sha256: 'one', readOnly: false }),
  };
  const connection = {
    kind: 'web',
    call: async (name: string, params: Record<string, string>) => methods[name]!(params),
    on: () => () => undefined,
    watch: () => () => undefined,
  } as unknown as Connection;
  const start = async () => {
    const before = [...kept];
    walkStore.setState({ shown: null, unfolded: undefined, progress: {} });
    // A workbench that is gone keeps nothing more.
    for (const [key, value] of before) kept.set(key, value);
    const { shell } = createShell(connection, [{ id: 'test', commands, editors }]);
    followWalks(shell);
    await shell.rpc('state.get', { key: 'layout' });
    return shell;
  };
  return { start, gone };
}

const view = (folder: string) => ({ folder, name: folder, readOnly: null, historyNearFull: null, files: [] });
const editors = [{ scheme: 'welcome', icon: 'home', load: () => Promise.reject(new Error('not drawn')) }];
let refused = false;
const commands = ['bill.open', 'why.show', 'view.show.walkthroughs'].map((id): Command => ({
  id,
  title: id,
  run: () => !refused,
}));

const done = () => progressOf(walkStore.getState().progress, walk).done;

describe('a walkthrough', () => {
  beforeEach(() => void (refused = false));

  it('is done on a copy of its sample, step by step, and known after a restart', async () => {
    const { start } = computer();
    const shell = await start();
    await runStep(shell, walk, open);
    expect(shell.workspace.store.getState()?.folder).toBe('/samples/1/growing-monthly');
    expect(done()).toEqual([open.id]);
    await runStep(shell, walk, why);
    expect(done()).toEqual([open.id, why.id]);

    const next = await start();
    expect(done()).toEqual([open.id, why.id]);
    await runStep(next, walk, change);
    expect(next.workspace.store.getState()?.folder).toBe('/samples/1/growing-monthly');
    expect(done()).toEqual([open.id, why.id]);
    await next.documents.open(walk.scenario);
    next.documents.edit(walk.scenario, '{ "a": 1 }', 'Change');
    expect(done()).toEqual([open.id, why.id, change.id]);
  });

  it('counts what is done in another way, but neither what failed nor what is done elsewhere', async () => {
    const shell = await computer().start();
    await runStep(shell, walk, open);
    refused = true;
    await shell.commands.run('why.show');
    expect(done()).toEqual([open.id]);
    refused = false;
    await shell.workspace.open('/home/me');
    await shell.commands.run('why.show');
    expect(done()).toEqual([open.id]);
    await shell.workspace.open('/samples/1/growing-monthly');
    await shell.commands.run('why.show');
    expect(done()).toEqual([open.id, why.id]);
  });

  it('makes a new copy where the old one is gone, and one that is begun again', async () => {
    const { start, gone } = computer();
    const shell = await start();
    await runStep(shell, walk, open);
    await shell.workspace.open('/home/me');
    gone.add('/samples/1/growing-monthly');
    await runStep(shell, walk, why);
    expect(shell.workspace.store.getState()?.folder).toBe('/samples/2/growing-monthly');
    beginAgain(walk);
    expect(done()).toEqual([]);
    await runStep(shell, walk, open);
    expect(shell.workspace.store.getState()?.folder).toBe('/samples/3/growing-monthly');
    expect(done()).toEqual([open.id]);
  });
});
