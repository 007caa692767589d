import type { MenuId } from './menuId.ts';
import type { Workbench } from './workbench.ts';

export interface MenuPlace {
  readonly menu: MenuId;
  /** Groups are parted by a line and sorted by name: `1_open`, `2_save`. */
  readonly group?: string;
  readonly order?: number;
  /** Shown only where this holds, beside the command's own `when`. */
  readonly when?: string;
  /** A title of its own, such as `Save` for `File: Save`. */
  readonly title?: string;
}

/** One declaration gives the palette entry, the menu entries and the key. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Stands before the title in the palette: `File: Save`. */
  readonly category?: string;
  /** Codicon name, needed for `editor/title`. */
  readonly icon?: string;
  /** `CtrlCmd+Shift+P`; two strokes as `CtrlCmd+K CtrlCmd+T`. Several keys as a list, the first is shown. */
  readonly key?: string | readonly string[];
  /** Condition on context keys: `editor == ledger && !workspaceReadOnly`. */
  readonly when?: string;
  /** Where its own keys hold, beside `when`: `focusView == explorer`. */
  readonly keyWhen?: string;
  /** False keeps it out of the palette (it needs arguments). */
  readonly palette?: boolean;
  readonly menu?: MenuPlace | readonly MenuPlace[];
  /** For menu entries that are on or off: the context key that tells. */
  readonly checked?: string;
  /** The context key that tells what it is about now: `Undo: Change name`. */
  readonly about?: string;
  /** False: nothing came of it, which the user was told. */
  run(workbench: Workbench, args?: unknown): void | boolean | Promise<void | boolean>;
}
