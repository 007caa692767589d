import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { watchDamage } from '../../../../../../renderer/contrib/compare/versions/watchDamage.ts';
import type { DocumentsState, OpenDocument } from '../../../../../../renderer/platform/documents.ts';
import type { NotificationAction } from '../../../../../../renderer/platform/notifications.ts';
import type { Workbench } from '../../../../../../renderer/platform/workbench.ts';
import type { DamageView } from '../../../../../../shared/rpc/views.ts';

const newest = { number: 3, at: '2026-01-05T10:00:00.000Z', sha256: 'three', bytes: 10 };

/** A workbench whose host finds the same damage in every file that it is asked about. */
function watched(found: DamageView | null) {
  const store = createStore<DocumentsState>(() => ({ byPath: {}, failures: {} }));
  const asked: string[] = [];
  const offered: { readonly text: string; readonly actions: readonly NotificationAction[] }[] = [];
  const opened: string[] = [];
  watchDamage({
    documents: { store },
    rpc: (_: string, { path }: { path: string }) => Promise.resolve(asked.push(path)).then(() => found),
    notifications: {
      show: (_: string, text: string, actions: readonly NotificationAction[]) => offered.push({ text, actions }),
    },
    editors: { open: (uri: string) => opened.push(uri) },
  } as unknown as Workbench);
  const put = (path: string, savedText: string, text: string) =>
    store.setState(({ byPath }) => ({
      byPath: { ...byPath, [path]: { path, savedText, sha256: savedText, text } as OpenDocument },
    }));
  const open = (path: string, savedText: string) => put(path, savedText, savedText);
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { store, asked, offered, opened, open, put, settled };
}

describe('a file that is found damaged as it is opened', () => {
  it('is offered its newest version that is well, to compare and to restore', async () => {
    const { offered, opened, open, settled } = watched({ damage: 'Line 1: the text ends.', newest });
    open('a.scenario.json', '{ "cap": ');
    await settled();
    expect(offered.map(({ text, actions }) => [text, actions.map(({ title }) => title)])).toEqual([
      [expect.stringMatching(/a\.scenario\.json is damaged, and kept as it is\. Line 1/), ['Compare', 'Restore']],
    ]);
    await offered[0]!.actions[0]!.run();
    expect(opened).toEqual(['diff:a.scenario.json@disk|a.scenario.json@3']);
  });

  it('is offered it where it could not be read at all, and once', async () => {
    const { store, asked, offered, settled } = watched({ damage: 'It is not UTF-8 text.', newest });
    store.setState({ failures: { 'a.json': 'not UTF-8' } });
    store.setState({ failures: { 'a.json': 'not UTF-8' } });
    await settled();
    expect([asked, offered.length]).toEqual([['a.json'], 1]);
  });

  it('is not looked for in what is well, in other texts, in settings, nor in what the user saves', async () => {
    const { asked, open, put, settled } = watched({ damage: 'broken', newest });
    open('a.scenario.json', '{}');
    open('notes.md', 'no JSON');
    open('user:settings.json', '{');
    put('a.scenario.json', '{}', '{ half');
    open('a.scenario.json', '{ half');
    await settled();
    expect(asked).toEqual([]);
  });

  it('is offered it where another program damages it while it is open', async () => {
    const { asked, open, settled } = watched({ damage: 'broken', newest });
    open('a.scenario.json', '{}');
    open('a.scenario.json', '');
    await settled();
    expect(asked).toEqual(['a.scenario.json']);
  });

  it('is left alone where no version is well', async () => {
    const { asked, offered, open, settled } = watched({ damage: 'broken', newest: null });
    open('a.json', 'null');
    await settled();
    expect([asked, offered]).toEqual([['a.json'], []]);
  });
});
