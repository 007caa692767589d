import { err, ok, type Result } from '../../shared/base/result.ts';
import { rowColumns } from '../../shared/ledger/row.ts';
import type { ComparedView, ComparisonView } from '../../shared/rpc/compareViews.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { compareBills } from './compare/compareBills.ts';
import { columnsOfBoth, compareSides } from './compare/compareSides.ts';
import { openSide, type SideFault } from './compare/openSide.ts';
import type { Side } from './compare/side.ts';
import { createForecastJobs } from './forecast/forecastJobs.ts';
import { givenUpRefusals } from './givenUpRefusals.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import { storeRefusal } from './refusalOf.ts';
import type { UsageFiles } from './usageFiles.ts';

interface Parts {
  readonly open: OpenFolder;
  readonly files: UsageFiles;
}

type Names = 'compare.run' | 'compare.bills' | 'compare.cancel';

/** Compares ledgers, files of rows and the bills of scenarios. */
export function compareService({ open, files }: Parts): {
  readonly handlers: Handlers<Names>;
  /** Gives up what runs. */
  cancelAll(): void;
} {
  const jobs = createForecastJobs();
  /** Compares in the folder that is open, until it is cancelled. */
  async function inJob<T>(
    job: string,
    compare: (places: Places) => Promise<Result<T, RpcError>>,
  ): Promise<Result<T, RpcError>> {
    const workspace = open.workspace();
    if (!workspace.ok) return workspace;
    const { signal, givenUp, end } = jobs.begin(job);
    try {
      const compared = await compare({ workspace: workspace.value, files, signal });
      const reason = givenUp();
      return reason === null ? compared : err(givenUpRefusals[reason]);
    } finally {
      end();
    }
  }
  const handlers: Handlers<Names> = {
    'compare.bills': ({ job, ...texts }) => inJob(job, async (places) => ok(await compareBills(texts, places))),
    'compare.run': ({ job, ...paths }) => inJob(job, (places) => compareFiles(paths, places)),
    'compare.cancel': ({ job }) => ok({ cancelled: jobs.cancel(job) }),
  };
  return { handlers, cancelAll: () => jobs.cancelAll() };
}

interface Places {
  readonly workspace: Workspace;
  readonly files: UsageFiles;
  readonly signal: AbortSignal;
}

async function compareFiles(
  { first, second }: { readonly first: string; readonly second: string },
  places: Places,
): Promise<Result<ComparisonView, RpcError>> {
  const opened = async (path: string): Promise<Result<Side, RpcError>> => {
    const side = await openSide(path, places);
    return side.ok ? side : err(refusalOf(path, side.error));
  };
  const one = await opened(first);
  if (!one.ok) return one;
  const other = await opened(second);
  if (!other.ok) return other;
  const sides = { first: one.value, second: other.value };
  const compared = await compareSides(sides, places.signal);
  const known = columnsOfBoth(sides);
  const missing = known === null ? [] : rowColumns.filter((column) => !known.has(column) && !ofNoMatter.has(column));
  const lacking = `Columns that one of them does not have were not compared: ${missing.join(', ')}.`;
  return ok({
    ...compared,
    first: viewOf(first, one.value),
    second: viewOf(second, other.value),
    notes: [...one.value.notes, ...other.value.notes, ...(missing.length > 0 ? [lacking] : [])],
  });
}

/** Numbers and causes move with rows before them, and are never compared. */
const ofNoMatter: ReadonlySet<string> = new Set(['seq', 'cause']);

function viewOf(path: string, { kind, name, currency, head }: Side): ComparedView {
  return { path, kind, name, currency, head };
}

function refusalOf(path: string, fault: SideFault): RpcError {
  if (fault.from === 'store') return storeRefusal(fault.error);
  if (fault.from === 'content') return { code: 'bad-input', message: fault.message, path };
  const { diagnostics } = fault;
  return { code: 'faults', message: `${path} has faults, so nothing was compared.`, path, diagnostics };
}
