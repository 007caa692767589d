import { createStore } from 'zustand/vanilla';
import type { Settings } from '../../shared/rpc/views.ts';
import type { Contribution } from '../platform/contribution.ts';
import type { Command } from '../platform/command.ts';
import type { Connection } from '../platform/connection.ts';
import { createContextKeys } from '../platform/createContextKeys.ts';
import { coreCommands } from './commands/coreCommands.ts';
import { corePanelViews } from './parts/corePanelViews.ts';
import { coreStatusItems } from './parts/coreStatusItems.ts';
import { createCommands } from './createCommands.ts';
import { createDialogs } from './createDialogs.ts';
import { createNotifications } from './createNotifications.ts';
import { createOutput } from './createOutput.ts';
import { createProblems } from './createProblems.ts';
import { createWorkspace } from './createWorkspace.ts';
import { askConflict, askDrop } from './documents/questions.ts';
import { createDocuments } from './documents/createDocuments.ts';
import { createEditors } from './editors/createEditors.ts';
import { kindOfFile } from './editors/kindOfFile.ts';
import { defaultLayout } from './layout/layout.ts';
import type { Layout } from './layout/layout.ts';
import { createSession } from './layout/session.ts';
import type { Shell, ShellState } from './shell.ts';

const firstSettings: Settings = { theme: 'system', zoom: 0 };

/** Puts the workbench together. Nothing is drawn and no call is made yet. */
export function createShell(connection: Connection, contributions: readonly Contribution[]) {
  const { call: rpc } = connection;
  const layout = createStore<Layout>(() => defaultLayout);
  const state = createStore<ShellState>(() => firstState);
  const { output, add } = createOutput(() => new Date().toISOString());
  const notifications = createNotifications(output);
  const { dialogs, store: dialogQueue } = createDialogs();
  const documents = createDocuments({
    rpc,
    nowMs: () => Date.now(),
    workspaceReadOnly: () => workspace.store.getState()?.readOnly ?? null,
    askConflict: (path, onDisk) => askConflict(dialogs, path, onDisk),
    warnNotDurable: (path) => output.write(`${path} is saved, but its folder could not be synced to the disk.`),
  });
  const editors = createEditors({
    layout,
    kinds: contributions.flatMap((each) => each.editors ?? []),
    mayDrop: (path) => askDrop({ dialogs, documents }, path),
    kindOfFile,
  });
  const workspace = createWorkspace({ rpc, leave: () => session.leave(), enter: () => session.enter() });
  const session = createSession({ rpc, layout, documents, editors, workspace, output, state });
  const allCommands: Command[] = [];
  const commands = createCommands({
    all: () => allCommands,
    workbench: () => shell,
    used: (id) =>
      state.setState((now) => ({ recentCommands: [id, ...now.recentCommands.filter((each) => each !== id)] })),
  });
  const views = [...corePanelViews, ...contributions.flatMap((each) => each.views ?? [])];
  const shell: Shell = {
    connection,
    rpc,
    on: (name, listener) =>
      connection.on((event, payload) => {
        if ((event as string) === name) listener(payload as never);
      }),
    commands,
    context: createContextKeys({ electron: connection.kind === 'electron' }),
    documents,
    problems: createProblems(),
    editors,
    notifications,
    dialogs,
    output,
    workspace,
    settings: createStore<Settings>(() => firstSettings),
    layout,
    state,
    dialogQueue,
    announcements: notifications.store,
    allCommands,
    containers: ordered(contributions.flatMap((each) => each.containers ?? [])),
    views: ordered(views),
    statusItems: ordered([...coreStatusItems, ...contributions.flatMap((each) => each.statusItems ?? [])]),
    openMenu: (menu) => state.setState({ menu }),
    showView: (id) => showView(layout, views.find((view) => view.id === id)?.container ?? null, id),
  };
  allCommands.push(...coreCommands(shell), ...contributions.flatMap((each) => each.commands ?? []));
  return { shell, session, addOutput: add, documents };
}

const firstState: ShellState = { palette: null, menu: null, connection: 'open', keyNote: null, recentCommands: [] };

function ordered<T extends { readonly order?: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

function showView(layout: Shell['layout'], container: string | null, view: string): void {
  if (container === 'panel') layout.setState((now) => ({ panel: { ...now.panel, visible: true, view } }));
  else if (container !== null) layout.setState((now) => ({ sideBar: { ...now.sideBar, visible: true, container } }));
}
