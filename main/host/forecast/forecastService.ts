import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Events } from '../events.ts';
import { givenUpRefusals } from '../givenUpRefusals.ts';
import type { Handlers } from '../handlers.ts';
import type { HostPorts } from '../hostPorts.ts';
import type { OpenFolder } from '../openFolder.ts';
import type { UsageFiles } from '../usageFiles.ts';
import { createForecastJobs } from './forecastJobs.ts';
import { createKeptPlans } from './keptPlans.ts';
import type { ToSample } from './prepareSample.ts';
import { createWarmForecasts } from './warmForecasts.ts';
import { createSampling, type Sampling } from './sampling.ts';
import { scenariosOf } from '../variants/scenariosOf.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly files: UsageFiles;
  readonly events: Events;
}

type Names = 'forecast.run' | 'forecast.cancel' | 'plan.run' | 'plan.quantity' | 'variants.run' | 'variants.solve';

/** What a caller names and the document that it means. */
interface Asked {
  readonly job: string;
  readonly path: string;
  readonly text: string;
}

/** The threads that sample, and the jobs that run on them, for services that sample as forecasts do. */
export interface SampledJobs {
  readonly sampling: Sampling;
  /** Does work under the caller's own name for it, in place of the one of that name that still runs. */
  inJob<T>(
    asked: Asked,
    work: (document: ToSample, workspace: Workspace) => Promise<Result<T, RpcError>>,
  ): Promise<Result<T, RpcError>>;
}

/** Forecasts and plans, on threads that are kept warm until the host stops. */
export function forecastService({ ports, open, files, events }: Parts): {
  readonly handlers: Handlers<Names>;
  readonly sampled: SampledJobs;
  /** Gives up what runs and ends the threads. */
  close(): Promise<void>;
} {
  const jobs = createForecastJobs();
  const sampling = createSampling();
  const plans = createKeptPlans();
  const forecasts = createWarmForecasts(sampling.forecast);

  async function inJob<T>(
    { job, path, text }: Asked,
    work: (document: ToSample, workspace: Workspace) => Promise<Result<T, RpcError>>,
  ): Promise<Result<T, RpcError>> {
    const workspace = open.workspace();
    if (!workspace.ok) return workspace;
    const { signal, givenUp, end } = jobs.begin(job);
    const tell = progressOf(job, ports, events);
    try {
      const document = { text, readUsage: files.reader(workspace.value, path), signal, tell };
      const made = await work(document, workspace.value);
      const reason = givenUp();
      return reason === null ? made : err(givenUpRefusals[reason]);
    } finally {
      end();
    }
  }

  return {
    sampled: { sampling, inJob },
    handlers: {
      'forecast.run': (wanted) =>
        inJob(wanted, async (document) => {
          const { paths, seed, percentiles, budget, rough } = wanted;
          const asked = { paths, seed, percentiles, budget, rough };
          return forecasts.forecast({ ...document, ...asked, forecastId: ports.randomId() });
        }),
      'plan.run': (wanted) =>
        inJob(wanted, async (document) => {
          const { paths, seed, at, max, goal, leftover, costOfCapital, tranches } = wanted;
          const asked = { paths, seed, at, max, goal, leftover, costOfCapital, tranches };
          const made = await sampling.plan({ ...asked, ...document, planId: ports.randomId() });
          if (!made.ok) return made;
          const { kept, diagnostics } = made.value;
          if (kept) plans.keep(kept);
          return ok({ plan: kept?.view ?? null, diagnostics });
        }),
      'plan.quantity': async ({ planId, quantity }) => {
        const kept = plans.find(planId);
        return kept.ok ? sampling.quantity(kept.value, quantity) : kept;
      },
      'variants.run': (wanted) =>
        inJob(wanted, (document, workspace) => {
          const { path, paths, seed, percentiles } = wanted;
          return sampling.variants({ ...document, ...scenariosOf(workspace, files), path, paths, seed, percentiles });
        }),
      'variants.solve': ({ job, text, ...wanted }) =>
        inJob({ job, text, path: wanted.path }, (document, workspace) =>
          sampling.solve({ ...wanted, ...document, ...scenariosOf(workspace, files) }),
        ),
      'forecast.cancel': ({ job }) => ok({ cancelled: jobs.cancel(job) }),
    },
    async close() {
      forecasts.stop();
      jobs.cancelAll();
      await sampling.close();
    },
  };
}

const restMs = 100;

/** Tells how far a job is, not oftener than eyes can follow; each new step and each end at once. */
function progressOf(job: string, { steady }: HostPorts, events: Events): NonNullable<ToSample['tell']> {
  let last = { step: '', at: 0 };
  return (step, part) => {
    const at = steady.now();
    if (step === last.step && at - last.at < restMs && part !== 1) return;
    last = { step, at };
    events.emit({ event: 'forecast.progress', payload: { job, step, part } });
  };
}
