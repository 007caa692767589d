import { actCommands } from '../../platform/actCommand.ts';
import type { Command, MenuPlace } from '../../platform/command.ts';
import { gridInFront, type GridHandle } from './gridHandle.ts';

interface GridCommand extends Omit<Command, 'category' | 'run'> {
  run(grid: GridHandle): void | Promise<void>;
}

const edit = { menu: 'edit', group: '4_grid' } as const;
const here = (group: string) => ({ menu: 'grid/context', group }) as const;
/** Places in the menus of a cell and of a column, with the title that it has in the latter. */
const ofColumn = (group: string, title: string): readonly MenuPlace[] => [
  here(group),
  { menu: 'grid/column', group, title },
];

const commands: readonly GridCommand[] = [
  {
    id: 'grid.find',
    title: 'Find in Grid',
    key: 'CtrlCmd+F',
    when: 'grid',
    menu: [edit, here('7_go')],
    run: (grid) => grid.find(),
  },
  { id: 'grid.findNext', title: 'Find Next', key: 'F3', when: 'grid', run: (grid) => grid.findNext(1) },
  { id: 'grid.findPrevious', title: 'Find Previous', key: 'Shift+F3', when: 'grid', run: (grid) => grid.findNext(-1) },
  {
    id: 'grid.goToRow',
    title: 'Go to Row…',
    icon: 'target',
    key: 'Ctrl+G',
    when: 'grid',
    menu: [{ menu: 'go', group: '3_grid' }, here('7_go'), { menu: 'editor/title', when: 'editor == ledger' }],
    run: (grid) => grid.goToRow(),
  },
  {
    id: 'grid.copy',
    title: 'Copy Cells',
    key: 'CtrlCmd+C',
    when: 'gridFocus',
    menu: here('1_copy'),
    run: (grid) => grid.copy(false),
  },
  {
    id: 'grid.copyWithTitles',
    title: 'Copy Cells with Column Titles',
    key: 'CtrlCmd+Shift+C',
    when: 'gridFocus',
    menu: here('1_copy'),
    run: (grid) => grid.copy(true),
  },
  {
    id: 'grid.selectAll',
    title: 'Select All Cells',
    key: 'CtrlCmd+A',
    when: 'gridFocus',
    menu: here('2_select'),
    run: (grid) => grid.selectAll(),
  },
  {
    id: 'grid.selectRows',
    title: 'Select Whole Rows',
    key: 'Shift+Space',
    when: 'gridFocus',
    menu: here('2_select'),
    run: (grid) => grid.selectWhole('rows'),
  },
  {
    id: 'grid.selectColumns',
    title: 'Select Whole Columns',
    key: 'Ctrl+Space',
    when: 'gridFocus',
    menu: [here('2_select'), { menu: 'grid/column', group: '6_column', title: 'Select Column' }],
    run: (grid) => grid.selectWhole('columns'),
  },
  {
    id: 'grid.addToSelection',
    title: 'Add to Selection',
    key: 'Ctrl+Shift+Space',
    when: 'gridFocus',
    run: (grid) => grid.toggleAdding(),
  },
  {
    id: 'grid.sortAscending',
    title: 'Sort Column Ascending',
    when: 'grid',
    menu: ofColumn('3_sort', 'Sort Ascending'),
    run: (grid) => grid.sort(false),
  },
  {
    id: 'grid.sortDescending',
    title: 'Sort Column Descending',
    when: 'grid',
    menu: ofColumn('3_sort', 'Sort Descending'),
    run: (grid) => grid.sort(true),
  },
  {
    id: 'grid.clearSort',
    title: 'Clear Sorting',
    when: 'grid',
    menu: ofColumn('3_sort', 'Clear Sorting'),
    run: (grid) => grid.clearSort(),
  },
  {
    id: 'grid.group',
    title: 'Group by Column',
    when: 'grid',
    menu: [edit, ...ofColumn('4_groups', 'Group by This')],
    run: (grid) => grid.group(),
  },
  {
    id: 'grid.ungroup',
    title: 'Remove Grouping',
    when: 'gridGrouped',
    menu: ofColumn('4_groups', 'Remove Grouping'),
    run: (grid) => grid.ungroup(),
  },
  {
    id: 'grid.fold',
    title: 'Fold Group',
    when: 'gridGrouped',
    menu: here('4_groups'),
    run: (grid) => grid.fold(true),
  },
  {
    id: 'grid.unfold',
    title: 'Unfold Group',
    when: 'gridGrouped',
    menu: here('4_groups'),
    run: (grid) => grid.fold(false),
  },
  {
    id: 'grid.foldAll',
    title: 'Fold All Groups',
    key: 'CtrlCmd+K CtrlCmd+0',
    when: 'gridGrouped',
    keyWhen: 'gridFocus',
    menu: ofColumn('4_groups', 'Fold All Groups'),
    run: (grid) => grid.foldAll(true),
  },
  {
    id: 'grid.unfoldAll',
    title: 'Unfold All Groups',
    key: 'CtrlCmd+K CtrlCmd+J',
    when: 'gridGrouped',
    keyWhen: 'gridFocus',
    menu: ofColumn('4_groups', 'Unfold All Groups'),
    run: (grid) => grid.foldAll(false),
  },
  {
    id: 'grid.filter',
    title: 'Filter Column…',
    key: 'CtrlCmd+Shift+L',
    when: 'grid',
    menu: [edit, ...ofColumn('5_filter', 'Filter…')],
    run: (grid) => grid.filter(),
  },
  {
    id: 'grid.clearFilters',
    title: 'Clear Filters',
    when: 'grid',
    menu: ofColumn('5_filter', 'Clear Filters'),
    run: (grid) => grid.clearFilters(),
  },
  {
    id: 'grid.columnMenu',
    title: 'Column Menu',
    key: 'Alt+ArrowDown',
    when: 'gridFocus',
    run: (grid) => grid.columnMenu(),
  },
  {
    id: 'grid.columns',
    title: 'Choose Columns…',
    when: 'grid',
    menu: ofColumn('6_column', 'Choose Columns…'),
    run: (grid) => grid.chooseColumns(),
  },
  {
    id: 'grid.hideColumn',
    title: 'Hide Column',
    when: 'grid',
    menu: ofColumn('6_column', 'Hide Column'),
    run: (grid) => grid.hideColumn(),
  },
  {
    id: 'grid.showAllColumns',
    title: 'Show All Columns at First Widths',
    when: 'grid',
    run: (grid) => grid.showAllColumns(),
  },
  {
    id: 'grid.freeze',
    title: 'Freeze Columns up to This',
    when: 'grid',
    menu: ofColumn('6_column', 'Freeze Columns up to This'),
    run: (grid) => grid.freeze(true),
  },
  {
    id: 'grid.unfreeze',
    title: 'Unfreeze Columns',
    when: 'grid',
    menu: ofColumn('6_column', 'Unfreeze Columns'),
    run: (grid) => grid.freeze(false),
  },
  { id: 'grid.widen', title: 'Widen Column', key: 'Ctrl+ArrowRight', when: 'gridFocus', run: (grid) => grid.widen(16) },
  {
    id: 'grid.narrow',
    title: 'Narrow Column',
    key: 'Ctrl+ArrowLeft',
    when: 'gridFocus',
    run: (grid) => grid.widen(-16),
  },
  {
    id: 'grid.fit',
    title: 'Fit Column to Cells',
    when: 'grid',
    menu: ofColumn('6_column', 'Fit to Cells'),
    run: (grid) => grid.fit(),
  },
  {
    id: 'grid.cancel',
    title: 'Stop Ordering the Rows',
    key: 'Escape',
    when: 'gridBusy && gridFocus',
    run: (grid) => grid.cancel(),
  },
];

/** The commands of the grid in front, and of the bars above it. */
export const gridCommands: readonly Command[] = [
  ...commands.map((command) => ({
    ...command,
    category: 'Grid',
    run: () => {
      const { grid } = gridInFront.getState();
      if (grid) return command.run(grid);
    },
  })),
  ...actCommands('Grid', {
    'grid.matchCase': 'Match Case',
    'grid.closeFind': 'Close the Search',
    'grid.changeFilter': 'Change a Filter…',
    'grid.removeFilter': 'Remove a Filter',
  }),
];
