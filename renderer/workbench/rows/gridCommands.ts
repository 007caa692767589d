import { actCommands } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';
import { gridInFront, type GridHandle } from './gridHandle.ts';

type GridCommand = Omit<Command, 'category' | 'run'> & { readonly run: (grid: GridHandle) => void | Promise<void> };

const edit = { menu: 'edit', group: '4_grid' } as const;
const here = (group: string) => ({ menu: 'grid/context', group }) as const;

const commands: readonly GridCommand[] = [
  {
    id: 'grid.find',
    title: 'Find in Grid',
    key: 'CtrlCmd+F',
    when: 'grid',
    menu: [edit, here('6_go')],
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
    menu: [{ menu: 'go', group: '3_grid' }, here('6_go'), { menu: 'editor/title', when: 'editor == ledger' }],
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
    menu: here('2_select'),
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
    menu: here('3_sort'),
    run: (grid) => grid.sort(false),
  },
  {
    id: 'grid.sortDescending',
    title: 'Sort Column Descending',
    when: 'grid',
    menu: here('3_sort'),
    run: (grid) => grid.sort(true),
  },
  { id: 'grid.clearSort', title: 'Clear Sorting', when: 'grid', menu: here('3_sort'), run: (grid) => grid.clearSort() },
  {
    id: 'grid.filter',
    title: 'Filter Column…',
    key: 'CtrlCmd+Shift+L',
    when: 'grid',
    menu: [edit, here('4_filter')],
    run: (grid) => grid.filter(),
  },
  {
    id: 'grid.clearFilters',
    title: 'Clear Filters',
    when: 'grid',
    menu: here('4_filter'),
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
    menu: here('5_column'),
    run: (grid) => grid.chooseColumns(),
  },
  {
    id: 'grid.hideColumn',
    title: 'Hide Column',
    when: 'grid',
    menu: here('5_column'),
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
    menu: here('5_column'),
    run: (grid) => grid.freeze(true),
  },
  {
    id: 'grid.unfreeze',
    title: 'Unfreeze Columns',
    when: 'grid',
    menu: here('5_column'),
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
  { id: 'grid.fit', title: 'Fit Column to Cells', when: 'grid', menu: here('5_column'), run: (grid) => grid.fit() },
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
