import type { StoreApi } from 'zustand/vanilla';
import type { Connection, ConnectionState } from '../platform/connection.ts';
import type { EditorProps } from '../platform/editor.ts';
import type { LazyPart } from '../platform/lazyPart.tsx';
import type { OpenMenu } from '../platform/openMenu.ts';
import type { StatusItem, View, ViewContainer } from '../platform/view.ts';
import type { Workbench } from '../platform/workbench.ts';
import type { OpenDialog } from './createDialogs.ts';
import type { EditorArea } from './editors/createEditors.ts';
import type { Trail } from './editors/trail.ts';
import type { Layout } from './layout/layout.ts';

/** What the palette looks for as it opens; null: it is closed. */
export type PaletteMode = 'commands' | 'files' | 'symbols' | 'workspaceSymbols' | 'line' | 'help' | null;

/** An open menu, and what had the focus before it. */
export interface ShownMenu extends OpenMenu {
  readonly origin: Element | null;
}

export interface ShellState {
  readonly palette: PaletteMode;
  readonly menu: ShownMenu | null;
  readonly connection: ConnectionState;
  /** First half of a two-stroke key, or what became of it. */
  readonly keyNote: string | null;
  /** Zen mode: which parts were to be seen before it; null: it is off. */
  readonly zen: { readonly sideBar: boolean; readonly panel: boolean } | null;
  /** The notification center is open. */
  readonly notices: boolean;
  /** Ids of commands, the last used first. */
  readonly recentCommands: readonly string[];
}

/** The workbench with the parts that only its own drawing needs. */
export interface Shell extends Workbench {
  readonly connection: Connection;
  readonly editors: EditorArea;
  readonly editorParts: Readonly<Record<string, LazyPart<EditorProps>>>;
  readonly layout: StoreApi<Layout>;
  readonly trail: Trail;
  readonly state: StoreApi<ShellState>;
  readonly dialogQueue: StoreApi<{ readonly queue: readonly OpenDialog[] }>;
  readonly announcements: StoreApi<{ readonly announcement: string }>;
  readonly containers: readonly ViewContainer[];
  readonly views: readonly View[];
  readonly statusItems: readonly StatusItem[];
}
