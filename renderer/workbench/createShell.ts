import { createStore } from 'zustand/vanilla';
import { firstSettings } from '../../shared/rpc/settingList.ts';
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
import { createKeys } from './createKeys.ts';
import { createNotifications } from './createNotifications.ts';
import { createOutput } from './createOutput.ts';
import { createProblems } from './createProblems.ts';
import { createWorkspace } from './createWorkspace.ts';
import { askConflict, askDrop } from './documents/questions.ts';
import { saveAs } from './documents/saveAs.ts';
import { saveFailed } from './documents/saveOne.ts';
import { autoSave } from './documents/autoSave.ts';
import { createDocuments } from './documents/createDocuments.ts';
import { createEditors } from './editors/createEditors.ts';
import { createTrail } from './editors/trail.ts';
import { kindOfFile } from './editors/kindOfFile.ts';
import { lazyEditors } from './editors/lazyEditors.tsx';
import { defaultLayout } from './layout/layout.ts';
import type { Layout } from './layout/layout.ts';
import { createEditorPlaces } from './layout/createEditorPlaces.ts';
import { createSession } from './layout/session.ts';
import type { Shell, ShellState } from './shell.ts';

const firstState: ShellState = {
  palette: null,
  menu: null,
  connection: 'open',
  keyNote: null,
  zen: null,
  notices: false,
  recentCommands: [],
};

/** Puts the workbench together. Nothing is drawn and no call is made yet. */
export function createShell(connection: Connection, contributions: readonly Contribution[]) {
  const services = createServices(connection, contributions);
  const { state, layout } = services;
  const views = ordered([...corePanelViews, ...contributions.flatMap((each) => each.views ?? [])]);
  const allCommands: Command[] = [];
  const shell: Shell = {
    ...services,
    connection,
    rpc: connection.call,
    on: (name, listener) =>
      connection.on((event, payload) => {
        if ((event as string) === name) listener(payload as never);
      }),
    commands: createCommands({ all: () => allCommands, workbench: () => shell }),
    keys: createKeys(allCommands),
    context: createContextKeys({ electron: connection.kind === 'electron' }),
    problems: createProblems(),
    allCommands,
    containers: ordered(contributions.flatMap((each) => each.containers ?? [])),
    views,
    statusItems: ordered([...coreStatusItems, ...contributions.flatMap((each) => each.statusItems ?? [])]),
    openMenu: (menu) => state.setState({ menu: { ...menu, origin: document.activeElement } }),
    showView: (id) => showView(layout, views, id),
  };
  allCommands.push(...coreCommands(shell), ...contributions.flatMap((each) => each.commands ?? []));
  return { shell, session: services.session, addOutput: services.addOutput, documents: services.documents };
}

/** The services that need one another. */
function createServices({ call: rpc }: Connection, contributions: readonly Contribution[]) {
  const kinds = contributions.flatMap((each) => each.editors ?? []);
  const layout = createStore<Layout>(() => defaultLayout);
  const state = createStore<ShellState>(() => firstState);
  const settings = createStore<Settings>(() => firstSettings);
  const { output, add: addOutput } = createOutput(() => new Date().toISOString());
  const notifications = createNotifications({
    output,
    nowMs: () => Date.now(),
    settings: () => settings.getState(),
    turnOff: async (topic) => settings.setState(await rpc('settings.set', { [topic]: false })),
  });
  const { dialogs, store: dialogQueue } = createDialogs();
  const documents = createDocuments({
    rpc,
    nowMs: () => Date.now(),
    workspaceReadOnly: () => workspace.store.getState()?.readOnly ?? null,
    askConflict: (path, onDisk) => askConflict({ dialogs, editors, saveAs: saveElsewhere }, path, onDisk),
    warnNotDurable: (path) => output.write(`${path} is saved, but its folder could not be synced to the disk.`),
  });
  const saveElsewhere = (path: string): Promise<boolean> =>
    saveAs({ rpc, dialogs, documents, editors, notifications, workspace }, path);
  const save = { documents, notifications, saveAs: saveElsewhere };
  autoSave({ documents, settings, failed: (path, error) => saveFailed(save, path, error) });
  const mayDrop = (path: string): Promise<boolean> => askDrop({ dialogs, documents }, path);
  const editors = createEditors({ layout, kinds, mayDrop, kindOfFile, settings: () => settings.getState() });
  const workspace = createWorkspace({
    rpc,
    leave: () => session.leave(),
    enter: () => session.enter().then(() => trail.clear()),
    stay: () => session.stay(),
    show: (path) => editors.openFile(path, { focus: true, pinned: true }),
  });
  const trail = createTrail(layout);
  const places = createEditorPlaces();
  const editorParts = lazyEditors(kinds);
  const session = createSession({
    rpc,
    layout,
    documents,
    editors,
    editorParts,
    places,
    workspace,
    output,
    state,
    settings,
    notifications,
  });
  return {
    layout,
    trail,
    places,
    state,
    settings,
    output,
    addOutput,
    notifications,
    announcements: notifications.store,
    dialogs,
    dialogQueue,
    documents,
    editors,
    editorParts,
    workspace,
    session,
  };
}

function ordered<T extends { readonly order?: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

function showView(layout: Shell['layout'], views: Shell['views'], id: string): void {
  const view = views.find((each) => each.id === id);
  if (!view) return;
  if (view.container === 'panel') layout.setState(({ panel }) => ({ panel: { ...panel, visible: true, view: id } }));
  else
    layout.setState(({ sideBar }) => ({
      sideBar: {
        ...sideBar,
        visible: true,
        container: view.container,
        unfolded: view.folds ? [...new Set([...sideBar.unfolded, id])] : sideBar.unfolded,
      },
    }));
}
