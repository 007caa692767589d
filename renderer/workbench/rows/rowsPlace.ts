import type { GridPlace } from '../../base/grid/useToldPlace.ts';
import type { Wish } from './arrangement.ts';

/** Where a grid of rows is looked at, and how its rows are wanted. */
export interface RowsPlace extends GridPlace {
  readonly wish: Wish;
}

/** A place as it was kept; whatever has not its form is as at first. Filters and columns that are none any more are the host's to refuse. */
export function readRowsPlace(value: unknown): RowsPlace {
  const json = record(value);
  const cursor = record(json['cursor']);
  const wish = record(json['wish']);
  return {
    wish: { sort: list(wish['sort']).flatMap(sortKey), filters: list(wish['filters']).flatMap(filter) },
    cursor: { row: whole(cursor['row']), column: whole(cursor['column']) },
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

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : 0;
}
