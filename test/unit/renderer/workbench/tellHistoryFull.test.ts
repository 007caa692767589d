import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { tellHistoryFull } from '../../../../renderer/workbench/tellHistoryFull.ts';
import type { HistoryRoom, WorkspaceView } from '../../../../shared/rpc/views.ts';

const view = (folder: string, historyNearFull: HistoryRoom | null): WorkspaceView => {
  return { folder, name: folder, readOnly: null, historyNearFull, files: [] };
};

it('a history with little room left is told once for each folder, with what to do, and stays on view (F35)', () => {
  const store = createStore<WorkspaceView | null>(() => null);
  const shown: string[] = [];
  let fill = (_room: HistoryRoom): void => undefined;
  tellHistoryFull({
    workspace: { store } as never,
    notifications: { show: (_severity: string, text: string) => void shown.push(text) } as never,
    on: ((_name: string, listener: typeof fill) => (fill = listener)) as never,
  });
  store.setState(view('a', null), true);
  expect(shown).toEqual([]);
  fill({ bytes: 81, limit: 100 });
  fill({ bytes: 99, limit: 100 });
  expect(store.getState()?.historyNearFull).toEqual({ bytes: 99, limit: 100 });
  expect(shown).toEqual([
    expect.stringMatching(/is 81% full\..*Go on in a copy of the folder without .drawdown\/history.ndjson/),
  ]);
  store.setState(view('b', { bytes: 100, limit: 100 }), true);
  expect(shown).toHaveLength(2);
  expect(shown[1]).toContain('100% full');
});
