import { useMemo, type ReactNode } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Grid } from '../../base/grid/Grid.tsx';
import { turnedSort, withFilter } from './arrangement.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { toggleColumn } from './columnLayout.ts';
import { FindBar } from './FindBar.tsx';
import { GridBar } from './GridBar.tsx';
import type { GridHandle } from './gridHandle.ts';
import { askForFilter, fitColumn, gridHandleOf, resizeColumn } from './gridHandleOf.ts';
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
  useInFront(props.active, running, handle);
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
      />
      {failure !== null && <p className="grid-failure">The rows could not be read: {failure}</p>}
      {arranged.shown === 0 && <p className="grid-none">No row passes the filters: change or remove one.</p>}
      {!model.isBeginning && <Rows {...props} model={model} />}
      <OpenMenu model={model} handle={handle} />
    </>
  );
}

function Rows({ model, label, draw, onChoose }: RowsGridProps & { readonly model: RowsGridModel }) {
  const { workbench, grid, columns, widths, frozen, places, goTo, wish, setWish, arranged, running, pages, came } =
    model;
  const { finding, search, setMenu, begin, onPlace } = model;
  const choose = useChoose(pages, onChoose);
  const filtered = useMemo(() => new Set(wish.filters.map(({ column }) => column)), [wish.filters]);
  const onWant = useMemo(() => pages.want.bind(pages), [pages]);
  const { at } = search.find;
  return (
    <Grid
      ref={grid}
      {...{ begin, onPlace }}
      {...{ label, columns, widths, frozen, places, goTo, filtered, draw, came, onWant }}
      busy={running}
      total={arranged.shown}
      sort={wish.sort}
      found={finding.open && at ? { row: at.position, column: at.column } : null}
      row={(index) => pages.row(index)}
      onChoose={choose}
      onSelected={model.onSelected}
      onSort={(column, add) => setWish((now) => ({ ...now, sort: turnedSort(now.sort, columns[column]!.id, add) }))}
      onMenu={(column, place) => {
        grid.current?.select((now) => ({ ...now, cursor: { row: -1, column } }));
        setMenu({ kind: 'column', column, ...place });
      }}
      onResize={(column, byPx) => resizeColumn(model, column, byPx)}
      onFit={(column) => fitColumn(model, column)}
      onFocus={() => workbench.context.set('gridFocus', true)}
      onBlur={() => workbench.context.set('gridFocus', false)}
    />
  );
}

function OpenMenu({ model, handle }: { readonly model: RowsGridModel; readonly handle: GridHandle }) {
  const { workbench, menu, setMenu, columns, all, layout, change, grid } = model;
  if (!menu) return null;
  return (
    <ColumnMenu
      open={menu}
      column={columns[menu.column]}
      columns={all}
      hidden={layout.hidden}
      grid={handle}
      keyOf={(id) => workbench.commands.keyOf(id)}
      onToggle={(id) => change((now) => toggleColumn(now, id, all))}
      onClose={() => {
        setMenu(null);
        grid.current?.focus();
      }}
    />
  );
}
