import { err, ok } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { workspaceFiles } from '../../store/files.ts';
import { expressionOf } from '../../workers/searchText.ts';
import { workerFile } from '../../workers/workerFile.ts';
import { createWorkerPool } from '../../workers/workerPool.ts';
import { createForecastJobs } from '../forecast/forecastJobs.ts';
import { fromStore } from '../fromStore.ts';
import type { Handlers } from '../handlers.ts';
import type { OpenFolder } from '../openFolder.ts';
import { runSearch } from './runSearch.ts';
import { searchableFiles } from './searchableFiles.ts';

interface Parts {
  readonly open: OpenFolder;
  /** How long one file may take until the search is stopped. */
  readonly mostWaitMs?: number;
}

const refusals = {
  cancelled: { code: 'cancelled', message: 'The search was cancelled.' },
  superseded: { code: 'superseded', message: 'Something else is looked for instead.' },
} as const satisfies Readonly<Record<string, RpcError>>;

/** Looks for text in the files of the open folder, on threads that no expression can hold up for long. */
export function searchService({ open, mostWaitMs = 5000 }: Parts): {
  readonly handlers: Handlers<'search.run' | 'search.cancel'>;
  close(): Promise<void>;
} {
  const jobs = createForecastJobs();
  const pool = createWorkerPool({ file: workerFile('searchWorker'), size: 2, graceMs: 100 });
  return {
    handlers: {
      'search.run': async ({ job, most, unsaved, ...pattern }) => {
        const workspace = open.workspace();
        if (!workspace.ok) return workspace;
        const expression = expressionOf(pattern);
        if (!expression.ok) return err<RpcError>({ code: 'bad-pattern', message: `${expression.error}.` });
        const { signal, givenUp, end } = jobs.begin(job);
        try {
          const files = fromStore(await workspaceFiles(workspace.value));
          if (!files.ok) return files;
          const { folder } = workspace.value;
          const wanted = { folder, pattern, most, ...searchableFiles(files.value, unsaved), signal, mostWaitMs };
          const view = await runSearch(pool, wanted);
          const reason = givenUp();
          return reason === null ? view : err(refusals[reason]);
        } finally {
          end();
        }
      },
      'search.cancel': ({ job }) => ok({ cancelled: jobs.cancel(job) }),
    },
    async close() {
      jobs.cancelAll();
      await pool.close();
    },
  };
}
