import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { LiveRun } from '../../workbench/live/liveRun.ts';
import type { PlanChoice } from './planChoice.ts';

interface PlanHeaderProps {
  readonly path: string;
  readonly run: LiveRun<PlanChoice, PlanView>;
}

/** What is planned, from how many paths and how they were priced. */
export function PlanHeader({ path, run: { answer, rough } }: PlanHeaderProps) {
  const { commands } = useWorkbench();
  const name = path.slice(path.lastIndexOf('/') + 1).replace('.scenario.json', '');
  return (
    <header className="editor-page-head">
      <div>
        <h1>Prepaid plan: {name}</h1>
        {answer && (
          <p>
            every quantity from 0 to {answer.max.toLocaleString('en')} · {answer.paths.toLocaleString('en')} paths
            {rough && ' for now'} · seed {answer.seed}
            {methodText(answer)}
          </p>
        )}
      </div>
      <Button icon="graph-scatter" onClick={() => void commands.run('forecast.open', { path })}>
        Forecast
      </Button>
    </header>
  );
}

/** The usual way is not told; the slow one is, with its reason. */
function methodText({ method: { kind, why } }: PlanView): string {
  return kind === 'compact' ? '' : ` · ${why ?? 'an engine run for each quantity'}`;
}
