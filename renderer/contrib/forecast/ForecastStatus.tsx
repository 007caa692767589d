import type { ForecastView } from '../../../shared/rpc/forecastViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { LiveRun } from '../../workbench/live/liveRun.ts';
import { StaleBanner } from '../../workbench/live/StaleBanner.tsx';
import { useSlow } from '../../workbench/live/useSlow.ts';
import type { ForecastChoice } from './forecastChoice.ts';
import { forecastRuns } from './forecastRuns.ts';
import { isNothing } from './whatIf.ts';

interface ForecastStatusProps {
  readonly path: string;
  readonly run: LiveRun<ForecastChoice, ForecastView>;
}

/** What the reader must know of the answer before reading it. */
export function ForecastStatus({ path, run }: ForecastStatusProps) {
  const workbench = useWorkbench();
  const runs = forecastRuns(workbench);
  const { answer, running, cancelled, rough, choice } = run;
  const slow = useSlow(running !== null);
  return (
    <div className="forecast-status">
      {running && slow && <RunProgress {...running} onCancel={() => void runs.cancel(path)} />}
      {answer && <StaleBanner run={run} what="forecast" />}
      {cancelled && !running && (
        <Banner
          kind="info"
          actions={
            <Button kind="link" command="forecast.again">
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
          Nothing in this scenario is uncertain, so all paths are alike: add noise or an uncertain spike to a demand
          model.
        </Banner>
      )}
      {!isNothing(choice.whatIf) && (
        <Banner kind="info">These figures are of a what-if. The scenario is unchanged until it is applied.</Banner>
      )}
    </div>
  );
}
