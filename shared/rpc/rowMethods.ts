import { z } from 'zod';
import { job, path } from './fields.ts';
import { method } from './method.ts';
import { auditLists } from './rowViews.ts';
import type {
  ArrangeOutcome,
  CellsPage,
  FoldedView,
  FoundCell,
  FoundCells,
  RowPosition,
  RowsView,
} from './rowViews.ts';

const column = z.string().min(1).max(200);
/** Position -1 is before the first, or after the last; column -1 before the first of a row. */
const cell = z.strictObject({ position: z.int().min(-1), column: z.int().min(-1) });

/**
 * Rows that are looked at as a grid: those of a run, of a ledger on disk, of any file of the folder that has rows (CSV, lines of JSON), or a list
 * of a kept audit.
 */
export const rowSource = z.union([
  z.strictObject({ runId: z.string().max(64) }),
  z.strictObject({ ledger: path }),
  z.strictObject({ file: path }),
  z.strictObject({ auditId: z.string().max(64), list: z.enum(auditLists) }),
]);

const view = z.string().max(64);
const folds = z.strictObject({ folded: z.boolean(), except: z.array(z.string().max(100_000)).max(2000).readonly() });

/** Grids of any number of rows: ordered, filtered and searched by the host, looked at page by page. */
export const rowMethods = {
  /** The columns of a source and how many rows it has. */
  'rows.open': method<RowsView>()(z.strictObject({ source: rowSource })),
  /**
   * Orders and filters rows: exactly, and stable where rows are alike. Grouped by a column, with instants by month, each group
   * has a header with its sums, by which the groups are ordered where the rows are sorted by such a column, and then its rows unless it is folded; positions count both. A newer one of the same `job` ends the one before, which
   * is refused with `superseded`; `rows.progress` tells of it. The latest arrangements are kept.
   */
  'rows.arrange': method<ArrangeOutcome>()(
    z.strictObject({
      job,
      source: rowSource,
      /** The most important first. */
      sort: z
        .array(z.strictObject({ column, descending: z.boolean() }))
        .max(8)
        .readonly(),
      filters: z
        .array(z.strictObject({ column, text: z.string().min(1).max(1000) }))
        .max(64)
        .readonly(),
      group: z.strictObject({ column, folds }).nullable().optional(),
    }),
  ),
  /** Rows at positions `[from, from + count)` of an arrangement, or (`view` null) as they stand. */
  'rows.page': method<CellsPage>()(
    z.strictObject({ source: rowSource, view: view.nullable(), from: z.int().min(0), count: z.int().min(1).max(2000) }),
  ),
  /** Folds and unfolds the groups of an arrangement; `at` is a position of before to be followed. */
  'rows.fold': method<FoldedView>()(z.strictObject({ view, folds, at: z.int().min(0).nullable() })),
  /** Where a row, named by its number from 1, stands in an arrangement; null where it is filtered out. */
  'rows.place': method<RowPosition | null>()(z.strictObject({ view, row: z.int().min(1) })),
  /** Looks for a text in the cells of some columns, as they are shown. Jobs are as in `rows.arrange`. */
  'rows.find': method<FoundCells>()(
    z.strictObject({
      job,
      source: rowSource,
      view: view.nullable(),
      text: z.string().min(1).max(1000),
      /** In the order in which they are shown. */
      columns: z.array(column).min(1).max(500),
      matchCase: z.boolean(),
    }),
  ),
  /** The next cell found after one (`step` 1) or before it (-1), around the ends; null where none was found. */
  'rows.nextFound': method<FoundCell | null>()(
    z.strictObject({ found: z.string().max(64), after: cell, step: z.union([z.literal(1), z.literal(-1)]) }),
  ),
  /** Stops an arrangement or a search: its call is then refused with `cancelled`. False: it was over, or never began. */
  'rows.cancel': method<{ readonly cancelled: boolean }>()(z.strictObject({ job })),
} as const;
