import { err, ok } from '../../shared/base/result.ts';
import { ledgerRows, rowCount } from '../../shared/engine/rows.ts';
import { why } from '../../shared/engine/why.ts';
import { billView } from './billView.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import type { Runs } from './runs.ts';
import { runScenario } from './runScenario.ts';
import type { UsageFiles } from './usageFiles.ts';

interface Parts {
  readonly open: OpenFolder;
  readonly files: UsageFiles;
  readonly runs: Runs;
}

/** Computes bills, and answers for their rows and reasons. */
export function billService({ open, files, runs }: Parts): Handlers<'bill.compute' | 'bill.rows' | 'bill.why'> {
  return {
    'bill.compute': async ({ path, text }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const isWanted = runs.begin(path);
      const readUsage = files.reader(workspace.value, path);
      const { scenario, run, diagnostics, givenUp } = await runScenario({ text, readUsage, isWanted });
      if (givenUp) return err({ code: 'superseded', message: 'A newer version of the document is computed instead.' });
      if (!scenario || !run) return ok({ bill: null, diagnostics });
      return ok({ bill: billView({ scenario, run, runId: runs.keep(path, run) }), diagnostics });
    },
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
}
