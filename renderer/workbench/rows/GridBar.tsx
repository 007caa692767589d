import type { ArrangedView, RowsProgress } from '../../../shared/rpc/rowViews.ts';
import { Button } from '../../base/Button.tsx';
import { CommandButton } from '../../base/CommandButton.tsx';
import type { GridColumn } from '../../base/grid/gridColumn.ts';
import { IconButton } from '../../base/IconButton.tsx';
import { isNoWish, type Wish } from './arrangement.ts';

interface GridBarProps {
  readonly wish: Wish;
  readonly columns: readonly GridColumn[];
  readonly shown: number;
  readonly total: number;
  readonly groups: ArrangedView['groups'];
  readonly running: boolean;
  readonly progress: RowsProgress | null;
  onFilter(column: string): void;
  onRemove(column: string): void;
}

const doings = { reading: 'Reading the rows', sorting: 'Sorting', searching: 'Searching' };

/** What of the rows shows and in which order, and how far the host is with that. */
export function GridBar(props: GridBarProps) {
  const { wish, columns, shown, total, running, progress, groups, onFilter, onRemove } = props;
  const titleOf = (id: string) => columns.find((column) => column.id === id)?.title ?? id;
  if (isNoWish(wish) && !running) return null;
  return (
    <div className="grid-bar" role="group" aria-label="Order and filters of the rows">
      {wish.filters.map(({ column, text }) => (
        <span key={column} className="grid-chip">
          <CommandButton
            command="grid.changeFilter"
            className="grid-chip-text"
            aria-label={`Change the filter of ${titleOf(column)}: ${text}`}
            onClick={() => onFilter(column)}
          >
            {titleOf(column)} <code>{text}</code>
          </CommandButton>
          <IconButton
            icon="close"
            label={`Remove the filter of ${titleOf(column)}`}
            command="grid.removeFilter"
            onClick={() => onRemove(column)}
          />
        </span>
      ))}
      {wish.filters.length > 1 && (
        <Button kind="link" command="grid.clearFilters">
          Clear filters
        </Button>
      )}
      {wish.sort.length > 0 && (
        <span className="grid-bar-sort">
          Sorted by{' '}
          {wish.sort.map(({ column, descending }) => `${titleOf(column)}${descending ? ', falling' : ''}`).join('; ')}
          <IconButton icon="close" label="Clear sorting" command="grid.clearSort" />
        </span>
      )}
      {wish.group !== null && groups && (
        <span className="grid-bar-sort">
          Grouped by {titleOf(wish.group)}
          {groups.zone === null ? '' : `, month in ${groups.zone}`}: {groups.count.toLocaleString('en')}{' '}
          {groups.count === 1 ? 'group' : 'groups'}
          <IconButton icon="expand-all" label="Unfold all groups" command="grid.unfoldAll" />
          <IconButton icon="collapse-all" label="Fold all groups" command="grid.foldAll" />
          <IconButton icon="close" label="Remove grouping" command="grid.ungroup" />
        </span>
      )}
      <span className="grid-bar-count" role="status">
        {running
          ? `${progress ? `${doings[progress.doing]}, ${Math.floor(progress.share * 100)} %` : 'Ordering the rows…'}`
          : wish.filters.length > 0
            ? `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} rows`
            : ''}
      </span>
      {running && <Button command="grid.cancel">Cancel</Button>}
    </div>
  );
}
