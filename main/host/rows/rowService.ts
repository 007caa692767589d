import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { RowsProgress } from '../../../shared/rpc/rowViews.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Events } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import { arrange } from './arrange.ts';
import { columnTests } from './columnTests.ts';
import { findCells } from './findCells.ts';
import { createRowJobs, RowsGivenUp, type RowJobs } from './jobs.ts';
import { createKeptViews, type Kept, type KeptView } from './keptViews.ts';
import { rowsOfSource, type RowSource, type SourceParts } from './rowSources.ts';
import { createWork, type Work } from './work.ts';

interface Parts extends SourceParts {
  readonly ports: Pick<Ports, 'steady' | 'randomId'>;
  readonly events: Events;
}

type RowMethods =
  'rows.open' | 'rows.arrange' | 'rows.page' | 'rows.place' | 'rows.find' | 'rows.nextFound' | 'rows.cancel';

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
    'rows.arrange': async ({ job, source, sort, filters }) => {
      const rows = await rowsOfSource(parts, source);
      if (!rows.ok) return rows;
      const unknown = [...sort, ...filters].find(({ column }) => !hasColumn(rows.value, column));
      if (unknown) return err(noColumn(unknown.column));
      const tests = columnTests(rows.value.columns, filters);
      if ('faults' in tests) return ok(tests);
      return worker(job, async (work) => {
        const order = await arrange(rows.value, { sort, tests: tests.tests }, work);
        const view = views.keep(job, { rows: rows.value, order });
        return ok({ view, total: rows.value.total, shown: order.length });
      });
    },
    'rows.page': (params) => page(parts, views, params),
    'rows.place': ({ view, row }) => {
      const kept = views.find(view);
      if (!kept.ok) return kept;
      const place = kept.value.order.indexOf(row - 1);
      return ok(place < 0 ? null : place);
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
        return ok({ found: founds.keep(job, found), count: found.count });
      });
    },
    'rows.nextFound': ({ found, after, step }) => {
      const kept = founds.find(found);
      return kept.ok ? ok(kept.value.next(after, step)) : kept;
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
): Promise<Result<{ readonly rows: KeptView['rows']; readonly order: Uint32Array | null }, RpcError>> {
  if (view !== null) return views.find(view);
  const rows = await rowsOfSource(parts, source);
  return rows.ok ? ok({ rows: rows.value, order: null }) : rows;
}

async function page(parts: SourceParts, views: Kept<KeptView>, params: RpcParams<'rows.page'>) {
  const kept = await viewOr(parts, views, params);
  if (!kept.ok) return kept;
  const { rows, order } = kept.value;
  const total = order?.length ?? rows.total;
  const from = Math.min(params.from, total);
  const count = Math.min(params.count, total - from);
  const positions = order?.slice(from, from + count) ?? Uint32Array.from({ length: count }, (_, place) => from + place);
  const read = await rows.at(positions);
  return read.ok ? ok({ from, total, rows: read.value }) : read;
}

function hasColumn({ columns }: KeptView['rows'], wanted: string): boolean {
  return columns.some(({ id }) => id === wanted);
}

function noColumn(column: string): RpcError {
  return { code: 'unknown-column', message: `There is no column ${column}.` };
}
