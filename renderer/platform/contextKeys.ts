import type { StoreApi } from 'zustand/vanilla';

export type ContextValue = string | number | boolean | null;
export type ContextValues = Readonly<Record<string, ContextValue>>;

/**
 * Facts that `when` asks about. Kept by the workbench: `editor` (scheme of the active editor), `activePath`, `dirty`,
 * `readOnly`, `undoes`, `redoes` (the label of the step), `workspaceOpen`, `workspaceReadOnly`, `fileKind`, `sideBarVisible`, `panelVisible`,
 * `part` and `focusView` (where the focus is), `inputFocus`, `pickFocus` (arrows choose a value there), `modal`,
 * `electron`; `can.ID` (a part of the page offers to do a command), `at.SCOPE` (the focus is in such a part). Features may add their own.
 */
export interface ContextKeys {
  readonly store: StoreApi<ContextValues>;
  set(key: string, value: ContextValue): void;
  get(key: string): ContextValue;
  /** Whether the condition holds; an absent one does. */
  holds(when: string | undefined, more?: ContextValues): boolean;
}
