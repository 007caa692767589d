import { useCallback, useEffect, useMemo, useState } from 'react';
import { resized, type GridColumn } from '../../base/grid/gridColumn.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { createKeeper } from '../layout/keeper.ts';

/** How the columns of a kind of grid are laid out: what is as it was at first is not in it. */
export interface ColumnLayout {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
  /** The last column of those that stay as the others move; none: as at first. */
  readonly frozenTo?: string;
}

export const firstLayout: ColumnLayout = { widths: {}, hidden: [] };

/** The layout as it was kept; whatever cannot be read is as at first. */
export function readColumnLayout(text: string | null): ColumnLayout {
  try {
    const json = JSON.parse(text ?? '{}') as { widths?: unknown; hidden?: unknown; frozenTo?: unknown };
    const widths = Object.entries((json.widths ?? {}) as Record<string, unknown>);
    return {
      widths: Object.fromEntries(widths.flatMap(([id, px]) => (typeof px === 'number' ? [[id, resized(px, 0)]] : []))),
      hidden: Array.isArray(json.hidden) ? json.hidden.filter((id): id is string => typeof id === 'string') : [],
      ...(typeof json.frozenTo === 'string' ? { frozenTo: json.frozenTo } : {}),
    };
  } catch {
    return firstLayout;
  }
}

/** The layout with a column shown or hidden. The last one that shows stays. */
export function toggleColumn(layout: ColumnLayout, id: string, all: readonly GridColumn[]): ColumnLayout {
  const hidden = layout.hidden.includes(id) ? layout.hidden.filter((each) => each !== id) : [...layout.hidden, id];
  return all.some((column) => !hidden.includes(column.id)) ? { ...layout, hidden } : layout;
}

const leastGroupPx = 220;

/** The columns that show: first that by which the rows are grouped, which names their groups, even where it was hidden. */
export function shownColumns(
  all: readonly GridColumn[],
  { hidden }: Pick<ColumnLayout, 'hidden'>,
  group: string | null,
): readonly GridColumn[] {
  const named = all.find(({ id }) => id === group);
  const others = all.filter((column) => column !== named && !hidden.includes(column.id));
  if (!named) return others;
  const wide = { ...named, widthPx: Math.max(named.widthPx, leastGroupPx), namesRows: true };
  return [wide, ...others.map((column) => ({ ...column, namesRows: false }))];
}

/** How many of the columns that show stay as the others move: at first those that name the rows. */
export function frozenColumns({ frozenTo }: ColumnLayout, columns: readonly GridColumn[]): number {
  if (frozenTo === undefined) return columns[0]?.namesRows ? 1 : 0;
  return columns.findIndex(({ id }) => id === frozenTo) + 1;
}

const times = { quietMs: 400, mostMs: 2000, retryMs: 5000 };

/** The columns that show, with their widths: kept by the host for the workspace, by kind of grid. */
export function useColumnLayout(kind: string, all: readonly GridColumn[], group: string | null) {
  const { rpc } = useWorkbench();
  const [layout, setLayout] = useState(firstLayout);
  const [keeper, kept] = useMemo(() => {
    const kept = { layout: firstLayout };
    const value = () => JSON.stringify(kept.layout);
    return [
      createKeeper(
        async () => void (await rpc('state.set', { key: `grid.${kind}`, value: value() })),
        times,
        () => undefined,
      ),
      kept,
    ];
  }, [rpc, kind]);
  useEffect(() => {
    let gone = false;
    void rpc('state.get', { key: `grid.${kind}` }).then(
      (text) => !gone && setLayout((kept.layout = readColumnLayout(text))),
      () => undefined,
    );
    return () => {
      gone = true;
      void keeper.flush();
    };
  }, [rpc, kind, keeper, kept]);
  const change = useCallback(
    (to: (now: ColumnLayout) => ColumnLayout) =>
      setLayout((now) => {
        kept.layout = to(now);
        keeper.touch();
        return kept.layout;
      }),
    [keeper, kept],
  );
  const columns = useMemo(() => shownColumns(all, layout, group), [all, layout.hidden, group]);
  const widths = useMemo(
    () => columns.map(({ id, widthPx }) => layout.widths[id] ?? widthPx),
    [columns, layout.widths],
  );
  return { layout, columns, widths, frozen: frozenColumns(layout, columns), change };
}
