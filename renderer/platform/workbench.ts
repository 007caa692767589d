import type { StoreApi } from 'zustand/vanilla';
import type { RpcCall, RpcEventName, RpcEvents } from '../../shared/rpc/table.ts';
import type { KeyRulesView, Settings, WorkspaceView } from '../../shared/rpc/views.ts';
import type { ContextKeys, ContextValues } from './contextKeys.ts';
import type { Dialogs } from './dialogs.ts';
import type { Documents } from './documents.ts';
import type { Editors } from './editor.ts';
import type { EditorPlaces } from './editorPlaces.ts';
import type { OpenMenu } from './openMenu.ts';
import type { Command } from './command.ts';
import type { KeyBinding } from './keyBindings.ts';
import type { Notifications } from './notifications.ts';
import type { Problems } from './problems.ts';

export interface Commands {
  /** Runs a command by id where its condition holds, `facts` counted; a failure is told to the user, not thrown. */
  run(id: string, args?: unknown, facts?: ContextValues): Promise<void>;
  /** Tells of each command that has done what it is for; call the result to stop. */
  onRun(listener: (id: string) => void): () => void;
  /** The key as this platform writes it (`Ctrl+S`, `⌘S`), or null. */
  keyOf(id: string): string | null;
}

/** The keys: which run what now, and the user's own rules that made them so. */
export interface Keys {
  readonly store: StoreApi<KeyRulesView>;
  bindings(): readonly KeyBinding[];
}

export interface Output {
  readonly store: StoreApi<{ readonly lines: readonly { readonly at: string; readonly text: string }[] }>;
  write(text: string): void;
  clear(): void;
}

export interface Workspace {
  readonly store: StoreApi<WorkspaceView | null>;
  /** Opens a folder, asking for unsaved work first. */
  open(folder: string): Promise<void>;
  /** Lets go of the folder: the workbench is then empty, and its unsaved work is there again when the folder is. */
  close(): Promise<void>;
  /** Goes to the workspace that a call opens (such as `samples.open`): keeps what is unsaved, then brings back what was. */
  change(call: () => Promise<WorkspaceView>): Promise<void>;
  /** Reads the files again. */
  refresh(): Promise<void>;
}

/** What every feature works with. In components: `useWorkbench()`. */
export interface Workbench {
  readonly rpc: RpcCall;
  /** Listens to the host; call the result to stop. */
  readonly on: <Name extends RpcEventName>(name: Name, listener: (event: RpcEvents[Name]) => void) => () => void;
  readonly commands: Commands;
  readonly keys: Keys;
  /** Every command there is. */
  readonly allCommands: readonly Command[];
  readonly context: ContextKeys;
  readonly documents: Documents;
  readonly problems: Problems;
  readonly editors: Editors;
  readonly places: EditorPlaces;
  readonly notifications: Notifications;
  readonly dialogs: Dialogs;
  readonly output: Output;
  readonly workspace: Workspace;
  readonly settings: StoreApi<Settings>;
  /** Opens a context menu at a place of the page; its commands get `args`, and its conditions see `facts`. */
  openMenu(menu: OpenMenu): void;
  /** Brings a view (panel or side bar) to the front. */
  showView(id: string): void;
}
