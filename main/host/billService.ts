import { err, ok } from '../../shared/base/result.ts';
import { ledgerRows, rowCount } from '../../shared/engine/rows.ts';
import { why } from '../../shared/engine/why.ts';
import { billFigures } from './billFigures.ts';
import type { Events } from './events.ts';
import { createForecastJobs } from './forecast/forecastJobs.ts';
import { givenUpRefusals } from './givenUpRefusals.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import type { Runs } from './runs.ts';
import { runScenario } from './runScenario.ts';
import type { UsageFiles } from './usageFiles.ts';

interface Parts {
  readonly open: OpenFolder;
  readonly files: UsageFiles;
  readonly runs: Runs;
  readonly events: Events;
}

type Names = 'bill.compute' | 'bill.cancel' | 'bill.rows' | 'bill.why';

/** Computes bills, and answers for their rows and reasons. A newer computation of a document takes the place of the one before. */
export function billService({ open, files, runs, events }: Parts): {
  readonly handlers: Handlers<Names>;
  /** Gives up what runs. */
  cancelAll(): void;
} {
  const jobs = createForecastJobs();
  const handlers: Handlers<Names> = {
    'bill.compute': async ({ path, text }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const { signal, givenUp, end } = jobs.begin(path);
      try {
        const tell = (step: string) => events.emit({ event: 'bill.progress', payload: { path, step } });
        const ran = await runScenario({ text, readUsage: files.reader(workspace.value, path), signal, tell });
        const reason = givenUp();
        if (reason !== null) return err(givenUpRefusals[reason]);
        const { scenario, run, diagnostics } = ran;
        if (!scenario || !run) return ok({ bill: null, diagnostics });
        const figures = ran.figures ?? billFigures(scenario, run);
        return ok({ bill: { ...figures, runId: runs.keep(path, run) }, diagnostics });
      } finally {
        end();
      }
    },
    'bill.cancel': ({ path }) => ok({ cancelled: jobs.cancel(path) }),
    'bill.rows': ({ runId, from, count }) => {
      const run = runs.find(runId);
      if (!run.ok) return run;
      const total = rowCount(run.value);
      const first = Math.min(from, total);
      const rows = [...ledgerRows(run.value, first + 1, Math.min(first + count, total) + 1)];
      return ok({ from: first, total, rows });
    },
    'bill.why': ({ runId, target }) => {
      const run = runs.find(runId);
      if (!run.ok) return run;
      const node = why(run.value, target);
      return node ? ok(node) : err({ code: 'unknown-figure', message: 'The bill has no such figure.' });
    },
  };
  return { handlers, cancelAll: () => jobs.cancelAll() };
}
