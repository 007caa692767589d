import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { LiveRun } from '../../workbench/live/liveRun.ts';
import { StaleBanner } from '../../workbench/live/StaleBanner.tsx';
import { useSlow } from '../../workbench/live/useSlow.ts';
import type { PlanChoice } from './planChoice.ts';
import { planRuns } from './planRuns.ts';

interface PlanStatusProps {
  readonly path: string;
  readonly run: LiveRun<PlanChoice, PlanView>;
}

/** What the reader must know of the plan before reading it. */
export function PlanStatus({ path, run }: PlanStatusProps) {
  const workbench = useWorkbench();
  const runs = planRuns(workbench);
  const { answer, running, cancelled, rough } = run;
  const slow = useSlow(running !== null);
  return (
    <div className="planner-status">
      {running && slow && <RunProgress {...running} onCancel={() => void runs.cancel(path)} />}
      {answer && <StaleBanner run={run} what="plan" />}
      {cancelled && !running && (
        <Banner
          kind="info"
          actions={
            <Button kind="link" command="planner.again">
              Run again
            </Button>
          }
        >
          Stopped.{answer && rough && ` These figures are from ${answer.paths.toLocaleString('en')} paths.`}
        </Banner>
      )}
      {answer && !answer.random && (
        <Banner
          kind="info"
          actions={
            <Button
              kind="link"
              onClick={() => void workbench.commands.run('scenario.revealPath', { path, jsonPath: 'usage.models' })}
            >
              Go to the demand models
            </Button>
          }
        >
          Nothing in this scenario is uncertain, so there are no odds: add noise or an uncertain spike to a demand
          model.
        </Banner>
      )}
    </div>
  );
}
