import type { CellKind } from '../../../shared/base/rows/cellKind.ts';
import type { CellsPage } from '../../../shared/rpc/rowViews.ts';
import { emptyLabel, shownText, type GridColumn } from '../../base/grid/gridColumn.ts';
import { inSpans, selectedIn, touched, type CellRange } from '../../base/grid/gridSelection.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { asSeen } from '../presentation/asSeen.ts';
import { cellsAsHtml, cellsAsTsv, type CopiedCells } from './cellsText.ts';
import type { RowRange } from './rowPages.ts';

const mostCopied = 50_000;
const pageRows = 2_000;

interface Copy {
  readonly ranges: readonly CellRange[];
  readonly columns: readonly GridColumn[];
  readonly places: readonly number[];
  readonly titles: boolean;
  /** The column by which rows are grouped: beside it go how many rows each group has. */
  readonly group: string | null;
  fetch(range: RowRange): Promise<CellsPage>;
}

/** Copies the selected cells as text and as a table. More than 50,000 rows are for an export, and it says so. */
export async function copyCells(workbench: Workbench, copy: Copy): Promise<void> {
  const { notifications } = workbench;
  const { rows, columns } = touched(copy.ranges);
  const count = rows.reduce((sum, { from, until }) => sum + until - from, 0);
  if (count === 0) return notifications.announce('Nothing is selected.');
  if (count > mostCopied) {
    const message = `${count.toLocaleString('en')} rows are too many to copy: at most ${mostCopied.toLocaleString('en')} go to the clipboard. Filter them, or export instead.`;
    return notifications.show('warning', message);
  }
  try {
    const cells = seenCells(workbench, copied(copy, { rows, columns }));
    // The clipboard is asked at once, while the key press still counts; the cells follow.
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': cells.then((all) => new Blob([cellsAsTsv(all)], { type: 'text/plain' })),
        'text/html': cells.then((all) => new Blob([cellsAsHtml(all)], { type: 'text/html' })),
      }),
    ]);
    notifications.announce(`Copied ${sizeText(count, columns.length)}.`);
  } catch (error) {
    notifications.failed('Copying the cells', error);
  }
}

async function seenCells(workbench: Workbench, copying: Promise<CopiedCells>): Promise<CopiedCells> {
  const [cells, shown] = await Promise.all([copying, asSeen(workbench)]);
  return { ...cells, rows: cells.rows.map((row) => row.map((cell) => (cell === null ? null : shown(cell)))) };
}

/** `3 rows, 2 columns`. */
export function sizeText(rows: number, columns: number): string {
  const words = (count: number, name: string) => `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`;
  return `${words(rows, 'row')}, ${words(columns, 'column')}`;
}

async function copied(copy: Copy, { rows, columns }: ReturnType<typeof touched>): Promise<CopiedCells> {
  const chosen = columns.map((column) => copy.columns[column]!);
  const counted = chosen.findIndex(({ id }) => id === copy.group);
  const withCount = <T>(line: readonly T[], count: T): readonly T[] =>
    counted < 0 ? line : [...line.slice(0, counted + 1), count, ...line.slice(counted + 1)];
  const lines: (readonly (string | null)[])[] = [];
  for (const { from, until } of rows) {
    for (let first = from; first < until; first += pageRows) {
      const page = await copy.fetch({ from: first, count: Math.min(pageRows, until - first) });
      page.rows.forEach(({ cells, group }, at) => {
        const spans = selectedIn(copy.ranges, first + at);
        const line = columns.map((column, index) =>
          inSpans(spans, column)
            ? copiedText(cells[copy.places[column]!] ?? '', {
                ...chosen[index]!,
                isLabel: group !== undefined && index === counted,
              })
            : null,
        );
        lines.push(withCount(line, group && inSpans(spans, columns[counted]!) ? String(group.rows) : null));
      });
    }
  }
  return {
    titles: copy.titles
      ? withCount(
          chosen.map(({ title }) => title),
          'Rows',
        )
      : null,
    kinds: withCount(
      chosen.map(({ kind }) => kind),
      'number',
    ),
    rows: lines,
  };
}

function copiedText(cell: string, { kind, isLabel }: { readonly kind: CellKind; readonly isLabel: boolean }): string {
  return isLabel && cell === '' ? emptyLabel : shownText(cell, kind);
}
