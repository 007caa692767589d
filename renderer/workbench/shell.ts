import type { StoreApi } from 'zustand/vanilla';
import type { Command } from '../platform/command.ts';
import type { Connection, ConnectionState } from '../platform/connection.ts';
import type { OpenMenu } from '../platform/openMenu.ts';
import type { StatusItem, View, ViewContainer } from '../platform/view.ts';
import type { Workbench } from '../platform/workbench.ts';
import type { OpenDialog } from './createDialogs.ts';
import type { EditorArea } from './editors/createEditors.ts';
import type { Layout } from './layout/layout.ts';

/** What the palette shows: commands, files, or nothing. */
export type PaletteMode = 'commands' | 'files' | null;

export interface ShellState {
  readonly palette: PaletteMode;
  readonly menu: OpenMenu | null;
  readonly connection: ConnectionState;
  /** First half of a two-stroke key, or what became of it. */
  readonly keyNote: string | null;
  /** Ids of commands, the last used first. */
  readonly recentCommands: readonly string[];
}

/** The workbench with the parts that only its own drawing needs. */
export interface Shell extends Workbench {
  readonly connection: Connection;
  readonly editors: EditorArea;
  readonly layout: StoreApi<Layout>;
  readonly state: StoreApi<ShellState>;
  readonly dialogQueue: StoreApi<{ readonly queue: readonly OpenDialog[] }>;
  readonly announcements: StoreApi<{ readonly announcement: string }>;
  readonly allCommands: readonly Command[];
  readonly containers: readonly ViewContainer[];
  readonly views: readonly View[];
  readonly statusItems: readonly StatusItem[];
}
