import type { ForecastView } from '../../../shared/rpc/forecastViews.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { LiveRun } from '../../workbench/live/liveRun.ts';
import type { ForecastChoice } from './forecastChoice.ts';

interface ForecastHeaderProps {
  readonly path: string;
  readonly run: LiveRun<ForecastChoice, ForecastView>;
}

/** Whose forecast it is, over which time and from how many paths. */
export function ForecastHeader({ path, run: { answer, rough } }: ForecastHeaderProps) {
  const { commands } = useWorkbench();
  return (
    <header className="editor-page-head">
      <div>
        <h1>{answer ? `Forecast: ${answer.name}` : 'Forecast'}</h1>
        {answer && (
          <p>
            {answer.from} until {answer.until} · {answer.timeZone} · {answer.paths.toLocaleString('en')} paths
            {rough && ' for now'} · seed {answer.seed}
            {methodText(answer)}
          </p>
        )}
      </div>
      <Button icon="target" onClick={() => void commands.run('planner.open', { path })}>
        Plan a purchase
      </Button>
    </header>
  );
}

/** The usual way is not told; the slow one is, with its reason. */
function methodText({ method: { kind, why } }: ForecastView): string {
  return kind === 'compact' ? '' : ` · ${why ?? 'an engine run for each path'}`;
}
