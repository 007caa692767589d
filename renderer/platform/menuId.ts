/** Where a command may stand: in the menu bar, in a context menu, or as an icon at the right of the editor tabs. */
export type MenuId =
  | 'file'
  | 'edit'
  | 'view'
  | 'go'
  | 'run'
  | 'help'
  | 'explorer/context'
  | 'tab/context'
  | 'editor/title'
  | 'explorer/title'
  | 'search/title'
  | 'timeline/context'
  | 'activity/gear';
