import type { Command } from '../../platform/command.ts';
import { activeGroup, groupsOf } from '../editors/grid.ts';
import { moveTab } from '../editors/gridChanges.ts';
import { focusFront } from '../editors/focusFront.ts';
import type { Shell } from '../shell.ts';

const category = 'View';

/** What commands of a tab's context menu get. */
export interface TabArgs {
  readonly group: string;
  readonly uri: string;
}

export function editorCommands(shell: Shell): readonly Command[] {
  return [...closeCommands(shell), ...splitCommands(shell), ...moveCommands(shell)];
}

/** The tab that a command is about: that of the menu, or the one in front. */
function target(shell: Shell, args: unknown): TabArgs | null {
  if (args) return args as TabArgs;
  const group = activeGroup(shell.layout.getState().grid);
  return group.front === null ? null : { group: group.id, uri: group.front };
}

function closeCommands(shell: Shell): readonly Command[] {
  const { editors, layout } = shell;
  const tabsOf = (group: string): readonly string[] =>
    groupsOf(layout.getState().grid.root)
      .find((each) => each.id === group)
      ?.tabs.map((tab) => tab.uri) ?? [];
  const closeAll = async (group: string, uris: readonly string[]): Promise<void> => {
    for (const uri of uris) if (!(await editors.closeIn(group, uri))) return;
  };
  return [
    {
      id: 'editor.close',
      category,
      title: 'Close Editor',
      // The last one is for browsers, which keep the others.
      key: ['CtrlCmd+W', 'CtrlCmd+F4', 'Alt+Shift+W'],
      when: 'editor',
      menu: [
        { menu: 'file', group: '5_close', order: 1 },
        { menu: 'tab/context', group: '1_close', order: 1, title: 'Close' },
      ],
      run: async (_, args) => {
        const tab = target(shell, args);
        if (tab) await editors.closeIn(tab.group, tab.uri);
      },
    },
    {
      id: 'editor.closeOthers',
      category,
      title: 'Close Other Editors in Group',
      when: 'editor',
      menu: { menu: 'tab/context', group: '1_close', order: 2, title: 'Close Others' },
      run: async (_, args) => {
        const tab = target(shell, args);
        if (tab)
          await closeAll(
            tab.group,
            tabsOf(tab.group).filter((uri) => uri !== tab.uri),
          );
      },
    },
    {
      id: 'editor.closeAll',
      category,
      title: 'Close All Editors',
      key: 'CtrlCmd+K CtrlCmd+W',
      when: 'editor',
      menu: { menu: 'tab/context', group: '1_close', order: 3, title: 'Close All' },
      run: async () => {
        for (const uri of editors.all()) if (!(await editors.close(uri))) return;
      },
    },
  ];
}

function splitCommands({ editors, layout }: Shell): readonly Command[] {
  const focusGroup = (index: number) => (): void => {
    const group = groupsOf(layout.getState().grid.root)[index];
    if (!group) return;
    editors.change((grid) => ({ ...grid, active: group.id }));
    requestAnimationFrame(() => focusFront(group.id));
  };
  return [
    {
      id: 'editor.splitRight',
      category,
      title: 'Split Editor Right',
      icon: 'split-horizontal',
      key: 'CtrlCmd+\\',
      when: 'editor',
      menu: [
        { menu: 'view', group: '2b_split', order: 1 },
        { menu: 'editor/title', group: '9_split' },
        { menu: 'tab/context', group: '2_split', order: 1, title: 'Split Right' },
      ],
      run: () => editors.split('horizontal'),
    },
    {
      id: 'editor.splitDown',
      category,
      title: 'Split Editor Down',
      key: 'CtrlCmd+K CtrlCmd+\\',
      when: 'editor',
      menu: [
        { menu: 'view', group: '2b_split', order: 2 },
        { menu: 'tab/context', group: '2_split', order: 2, title: 'Split Down' },
      ],
      run: () => editors.split('vertical'),
    },
    ...['First', 'Second', 'Third'].map((name, index) => ({
      id: `editor.focusGroup${index + 1}`,
      category,
      title: `Focus ${name} Editor Group`,
      key: `CtrlCmd+${index + 1}`,
      run: focusGroup(index),
    })),
  ];
}

function moveCommands(shell: Shell): readonly Command[] {
  const { editors, layout } = shell;
  const moveBy = (step: number) => (_: unknown, args?: unknown) => {
    const tab = target(shell, args);
    const group = groupsOf(layout.getState().grid.root).find((each) => each.id === tab?.group);
    if (!tab || !group) return;
    const index = group.tabs.findIndex((each) => each.uri === tab.uri) + step;
    if (index >= 0 && index < group.tabs.length)
      editors.change((grid) => moveTab(grid, group.id, tab.uri, { group: group.id, index }));
  };
  const moveToGroup = (step: number) => (_: unknown, args?: unknown) => {
    const tab = target(shell, args);
    const groups = groupsOf(layout.getState().grid.root);
    const to = groups[groups.findIndex((each) => each.id === tab?.group) + step];
    if (tab && to) editors.change((grid) => moveTab(grid, tab.group, tab.uri, { group: to.id, index: to.tabs.length }));
    else if (tab && step > 0) editors.split('horizontal');
  };
  const place = (order: number, title: string) => ({ menu: 'tab/context', group: '3_move', order, title }) as const;
  return [
    command('moveLeft', 'Move Editor Left', 'CtrlCmd+Shift+PageUp', place(1, 'Move Left'), moveBy(-1)),
    command('moveRight', 'Move Editor Right', 'CtrlCmd+Shift+PageDown', place(2, 'Move Right'), moveBy(1)),
    command(
      'moveToNextGroup',
      'Move Editor into Next Group',
      'CtrlCmd+Alt+ArrowRight',
      place(3, 'Move into Next Group'),
      moveToGroup(1),
    ),
    command(
      'moveToPreviousGroup',
      'Move Editor into Previous Group',
      'CtrlCmd+Alt+ArrowLeft',
      place(4, 'Move into Previous Group'),
      moveToGroup(-1),
    ),
  ];
}

function command(id: string, title: string, key: string, menu: Command['menu'], run: Command['run']): Command {
  return { id: `editor.${id}`, category, title, key, when: 'editor', menu, run };
}
