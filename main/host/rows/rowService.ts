import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { RowsProgress } from '../../../shared/rpc/rowViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Events } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import { arrangedRows, sizesOf } from './arrangedRows.ts';
import { columnTests } from './columnTests.ts';
import { findCells } from './findCells.ts';
import { groupLines } from './groupLines.ts';
import { createRowJobs, RowsGivenUp, type RowJobs } from './jobs.ts';
import { createKeptViews, type Kept, type KeptView, type LookedAt } from './keptViews.ts';
import { nextFound } from './nextFound.ts';
import { pageOf } from './pageOf.ts';
import { rowsOfSource, type RowSource, type SourceParts } from './rowSources.ts';
import { createWork, type Work } from './work.ts';

interface Parts extends SourceParts {
  readonly ports: Pick<Ports, 'steady' | 'randomId'>;
  readonly events: Events;
}

type RowMethods =
  | 'rows.open'
  | 'rows.arrange'
  | 'rows.fold'
  | 'rows.page'
  | 'rows.place'
  | 'rows.find'
  | 'rows.nextFound'
  | 'rows.cancel';

/** Orders, filters, searches and pages the rows of grids. */
export function rowService(parts: Parts): Handlers<RowMethods> {
  const { views, founds } = createKeptViews(parts.ports.randomId);
  const jobs = createRowJobs();
  const worker = workerOf(parts, jobs);
  return {
    'rows.open': async ({ source }) => {
      const rows = await rowsOfSource(parts, source);
      return rows.ok ? ok({ columns: rows.value.columns, total: rows.value.total }) : rows;
    },
    'rows.arrange': async ({ job, source, sort, filters, group }) => {
      const rows = await rowsOfSource(parts, source);
      if (!rows.ok) return rows;
      const unknown = [...sort, ...filters, ...(group ? [group] : [])].find(
        ({ column }) => !hasColumn(rows.value, column),
      );
      if (unknown) return err(noColumn(unknown.column));
      const tests = columnTests(rows.value.columns, filters);
      if ('faults' in tests) return ok(tests);
      return worker(job, async (work) => {
        const kept = await arrangedRows(rows.value, { sort, tests: tests.tests, group: group ?? null }, work);
        return ok({ view: views.keep(job, kept), ...sizesOf(kept) });
      });
    },
    'rows.fold': ({ view, folds, at }) => {
      const kept = views.find(view);
      if (!kept.ok) return kept;
      const before = kept.value.lines;
      if (!before) return err({ code: 'not-grouped', message: 'The rows are not in groups.' });
      const lines = groupLines(before.groups, folds);
      kept.value.lines = lines;
      return ok({ lines: lines.count, at: at === null || at >= before.count ? null : lines.lineFor(before.at(at)) });
    },
    'rows.page': async ({ source, view, from, count }) => {
      const kept = await viewOr(parts, views, { source, view });
      return kept.ok ? pageOf(kept.value, { from, count }) : kept;
    },
    'rows.place': ({ view, row }) => {
      const kept = views.find(view);
      if (!kept.ok) return kept;
      const { order, lines } = kept.value;
      const place = order.indexOf(row - 1);
      if (place < 0) return ok(null);
      const { line, folded } = lines?.lineOf(place) ?? { line: place, folded: null };
      return ok({ position: line, folded });
    },
    'rows.find': async ({ job, source, view, text, columns, matchCase }) => {
      const kept = await viewOr(parts, views, { source, view });
      if (!kept.ok) return kept;
      const { rows, order } = kept.value;
      const unknown = columns.find((column) => !hasColumn(rows, column));
      if (unknown !== undefined) return err(noColumn(unknown));
      const indexes = columns.map((column) => rows.columns.findIndex(({ id }) => id === column));
      return worker(job, async (work) => {
        const found = await findCells(rows, { text, matchCase, columns: indexes, order }, work);
        return ok({ found: founds.keep(job, { found, view: kept.value }), count: found.count });
      });
    },
    'rows.nextFound': ({ found, after, step }) => {
      const kept = founds.find(found);
      return kept.ok ? ok(nextFound(kept.value, after, step)) : kept;
    },
    'rows.cancel': ({ job }) => ok({ cancelled: jobs.cancel(job) }),
  };
}

/** Does long work under the caller's name for it, with progress; given up, it is a refusal. */
function workerOf({ ports, events }: Parts, jobs: RowJobs) {
  return async <T>(name: string, run: (work: Work) => Promise<Result<T, RpcError>>): Promise<Result<T, RpcError>> => {
    const job = jobs.begin(name);
    const tell = (doing: RowsProgress['doing'], share: number): void =>
      events.emit({ event: 'rows.progress', payload: { job: name, doing, share } });
    try {
      return await run(createWork({ clock: ports.steady, check: () => job.check(), tell }));
    } catch (error) {
      if (!(error instanceof RowsGivenUp)) throw error;
      const message = error.code === 'cancelled' ? 'It was stopped.' : 'A newer one took its place.';
      return err({ code: error.code, message });
    } finally {
      job.end();
    }
  };
}

interface Wanted {
  readonly source: RowSource;
  readonly view: string | null;
}

async function viewOr(
  parts: SourceParts,
  views: Kept<KeptView>,
  { source, view }: Wanted,
): Promise<Result<LookedAt, RpcError>> {
  if (view !== null) return views.find(view);
  const rows = await rowsOfSource(parts, source);
  return rows.ok ? ok({ rows: rows.value, order: null, lines: null }) : rows;
}

function hasColumn({ columns }: KeptView['rows'], wanted: string): boolean {
  return columns.some(({ id }) => id === wanted);
}

function noColumn(column: string): RpcError {
  return { code: 'unknown-column', message: `There is no column ${column}.` };
}
