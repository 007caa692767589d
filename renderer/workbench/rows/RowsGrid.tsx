import { useCallback, useMemo, type ReactNode } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Grid } from '../../base/grid/Grid.tsx';
import { turnedSort, withFilter } from './arrangement.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { toggleColumn } from './columnLayout.ts';
import { FindBar } from './FindBar.tsx';
import { GridBar } from './GridBar.tsx';
import type { GridHandle } from './gridHandle.ts';
import { askForFilter, fitColumn, gridHandleOf, openColumnMenu, resizeColumn, toggleFold } from './gridHandleOf.ts';
import { useChoose } from './useChoose.ts';
import { useInFront } from './useInFront.ts';
import { useRowsGrid, type RowsGridInput, type RowsGridModel } from './useRowsGrid.ts';
import './rows.css';

interface RowsGridProps extends RowsGridInput {
  readonly label: string;
  /** It is the editor in front: commands are for its grid. */
  readonly active: boolean;
  /** Draws the cells of some columns in a way of their own. */
  draw?(column: string, text: string): ReactNode;
  /** A row was chosen. The same function while the rows are. */
  onChoose?(row: CellsRow, byKeyboard: boolean): void | Promise<void>;
}

/** A grid over rows of the host: fetched as they are looked at, ordered, filtered and searched there. */
export function RowsGrid(props: RowsGridProps) {
  const model = useRowsGrid(props);
  const { all, arranged, running, failure, wish, setWish, grid, finding, setFinding, search } = model;
  const handle = gridHandleOf(model);
  useInFront(props.active, { gridBusy: running, gridGrouped: wish.group !== null }, handle);
  if (props.total === 0)
    return <EmptyState icon="list-ordered" title="No rows" text="Nothing happened in this time." />;
  return (
    <>
      {finding.open && (
        <FindBar
          find={search.find}
          progress={search.progress}
          asked={finding.asked}
          onAsk={search.ask}
          onNext={search.next}
          onClose={() => {
            setFinding(({ asked }) => ({ open: false, asked }));
            grid.current?.focus();
          }}
        />
      )}
      <GridBar
        {...{ wish, running }}
        columns={all}
        shown={arranged.shown}
        total={props.total}
        progress={model.progress}
        onFilter={(id) =>
          void askForFilter(
            model,
            all.find((column) => column.id === id)!,
          )
        }
        onRemove={(id) => setWish((now) => ({ ...now, filters: withFilter(now.filters, id, '') }))}
        groups={arranged.groups}
      />
      {failure !== null && <p className="grid-failure">The rows could not be read: {failure}</p>}
      {arranged.shown === 0 && <p className="grid-none">No row passes the filters: change or remove one.</p>}
      {!model.isBeginning && <Rows {...props} model={model} />}
      <ColumnChooser model={model} handle={handle} />
    </>
  );
}

function Rows({ model, label, draw, onChoose }: RowsGridProps & { readonly model: RowsGridModel }) {
  const { workbench, grid, columns, widths, frozen, places, goTo, wish, setWish, arranged, running, pages, came } =
    model;
  const { finding, search, begin, onPlace, fold } = model;
  const onFold = useCallback((index: number) => void toggleFold({ pages, fold }, index), [pages, fold]);
  const choose = useChoose(pages, onChoose, onFold);
  const filtered = useMemo(() => new Set(wish.filters.map(({ column }) => column)), [wish.filters]);
  const onFocused = useCallback((isFocused: boolean) => workbench.context.set('gridFocus', isFocused), [workbench]);
  const onWant = useMemo(() => pages.want.bind(pages), [pages]);
  const { at } = search.find;
  return (
    <Grid
      ref={grid}
      {...{ begin, onPlace }}
      {...{ label, columns, widths, frozen, places, goTo, filtered, draw, came, onWant, onFold }}
      busy={running}
      total={arranged.lines}
      grouped={arranged.groups !== null}
      sort={wish.sort}
      found={finding.open ? at : null}
      row={(index) => pages.row(index)}
      onChoose={choose}
      onSelected={model.onSelected}
      onSort={(column, add) => setWish((now) => ({ ...now, sort: turnedSort(now.sort, columns[column]!.id, add) }))}
      onMenu={(column, place) => {
        grid.current?.select((now) => ({ ...now, cursor: { row: -1, column } }));
        openColumnMenu(model, place);
      }}
      onResize={(column, byPx) => resizeColumn(model, column, byPx)}
      onFit={(column) => fitColumn(model, column)}
      onFocused={onFocused}
    />
  );
}

function ColumnChooser({ model, handle }: { readonly model: RowsGridModel; readonly handle: GridHandle }) {
  const { choosing, setChoosing, all, layout, change, grid } = model;
  if (!choosing) return null;
  return (
    <ColumnChoice
      {...choosing}
      columns={all}
      hidden={layout.hidden}
      onToggle={(id) => change((now) => toggleColumn(now, id, all))}
      onShowAll={handle.showAllColumns}
      onClose={() => {
        setChoosing(null);
        grid.current?.focus();
      }}
    />
  );
}
