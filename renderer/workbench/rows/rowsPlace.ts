import type { GridPlace } from '../../base/grid/useToldPlace.ts';
import type { CellRange } from '../../base/grid/gridSelection.ts';
import type { Folds } from '../../../shared/rpc/rowViews.ts';
import { firstFolds, type Wish } from './arrangement.ts';

/** Where a grid of rows is looked at, and how its rows are wanted. */
export interface RowsPlace extends GridPlace {
  readonly wish: Wish;
  /** Of its groups, where it has any. */
  readonly folds: Folds;
}

/** A place as it was kept; whatever has not its form is as at first. Filters and columns that are none any more are the host's to refuse. */
export function readRowsPlace(value: unknown): RowsPlace {
  const json = record(value);
  const wish = record(json['wish']);
  const group = wish['group'];
  return {
    wish: {
      sort: list(wish['sort']).flatMap(sortKey),
      filters: list(wish['filters']).flatMap(filter),
      group: typeof group === 'string' && group !== '' ? group : null,
    },
    folds: folds(json['folds']),
    cursor: cell(json['cursor']),
    anchor: cell(json['anchor'] ?? json['cursor']),
    ranges: list(json['ranges']).flatMap(range),
    top: whole(json['top']),
    left: whole(json['left']),
  };
}

function sortKey(value: unknown): Wish['sort'] {
  const { column, descending } = record(value);
  return typeof column === 'string' && typeof descending === 'boolean' ? [{ column, descending }] : [];
}

function filter(value: unknown): Wish['filters'] {
  const { column, text } = record(value);
  return typeof column === 'string' && typeof text === 'string' && text !== '' ? [{ column, text }] : [];
}

function folds(value: unknown): Folds {
  const { folded, except } = record(value);
  if (typeof folded !== 'boolean') return firstFolds;
  return { folded, except: list(except).filter((label) => typeof label === 'string') };
}

function cell(value: unknown): RowsPlace['cursor'] {
  const { row, column } = record(value);
  return { row: whole(row), column: whole(column) };
}

function range(value: unknown): readonly CellRange[] {
  const { top, bottom, left, right } = record(value);
  if (![top, bottom, left, right].every((edge) => Number.isInteger(edge) && (edge as number) >= 0)) return [];
  const found = { top: whole(top), bottom: whole(bottom), left: whole(left), right: whole(right) };
  return found.top <= found.bottom && found.left <= found.right ? [found] : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : 0;
}
