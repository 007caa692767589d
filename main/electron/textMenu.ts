import { Menu, type ContextMenuParams, type MenuItemConstructorOptions, type WebContents } from 'electron';

/**
 * Text that is typed or selected has the menu that it has in a browser. All else has menus of the page's own, which are not asked
 * for here.
 */
export function openTextMenus(contents: Pick<WebContents, 'on'>, show = showMenu): void {
  contents.on('context-menu', (_event, params) => {
    const items = textMenu(params);
    if (items.length > 0) show(items);
  });
}

/** What can be done with the text under the pointer; nothing where there is none. */
export function textMenu({ isEditable, selectionText, editFlags }: Asked): readonly MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'cut', enabled: editFlags.canCut },
    copy,
    { role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

function showMenu(items: readonly MenuItemConstructorOptions[]): void {
  Menu.buildFromTemplate([...items]).popup();
}
