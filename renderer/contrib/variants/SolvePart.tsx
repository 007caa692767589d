import type { SolvedView, VariantsView } from '../../../shared/rpc/variantViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import { Section } from '../../base/Section.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { SolvedLines } from '../../charts/SolvedLines.tsx';
import { solvedData } from '../../charts/variantSeries.ts';
import { useLive } from '../../workbench/live/useLive.ts';
import { useSlow } from '../../workbench/live/useSlow.ts';
import { SolveFields } from './SolveFields.tsx';
import { solveRuns } from './solveRuns.ts';
import { variantLegend } from './VariantCharts.tsx';

/** Break-even: at which usage, growth or price two variants cost the same, or one costs an amount. */
export function SolvePart({ path, comparison }: { readonly path: string; readonly comparison: VariantsView }) {
  const workbench = useWorkbench();
  const run = useLive(solveRuns, path);
  const { answer, choice, failure, running, stale } = run;
  const slow = useSlow(running !== null);
  return (
    <Section title="Break-even, and what would have to be true">
      <SolveFields path={path} choice={choice} comparison={comparison} />
      {running && slow && <RunProgress {...running} onCancel={() => void solveRuns(workbench).cancel(path)} />}
      {failure && <Banner kind="warning">{failure.message}</Banner>}
      {answer && !(failure && stale) ? (
        <Solved solved={answer} />
      ) : (
        !failure && <Spinner label="Looking for where they cross…" />
      )}
    </Section>
  );
}

function Solved({ solved }: { readonly solved: SolvedView }) {
  const { meetings, unsolved, title, variants, looked, step, measure, paths, random } = {
    ...solved,
    random: solved.paths > 1,
  };
  return (
    <>
      <ul className="variants-solutions" aria-live="polite">
        {meetings.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {unsolved.map((sentence) => (
          <li key={sentence} className="variants-unsolved">
            {sentence}
          </li>
        ))}
      </ul>
      <ChartFrame
        title="Break-even"
        summary={`${title}: what each variant costs, and where two cross.`}
        legend={variantLegend(variants)}
        data={solvedData(solved)}
        chart={<SolvedLines solved={solved} valueText={(value) => valueText(solved, value)} />}
        note={`${title}. ${
          measure === 'mean' && random ? `Means of ${paths.toLocaleString('en')} paths.` : 'Bills on expected usage.'
        } Sought between ${looked} values evenly apart and told to ${step}: bills move in steps, so two values next to each other may stand on either side.`}
      />
    </>
  );
}

function valueText({ unknown }: SolvedView, value: number): string {
  const figure = Number(value.toFixed(unknown === 'growth' ? 5 : 3));
  if (unknown === 'usage') return `× ${figure}`;
  return unknown === 'growth' ? `${Number((figure * 100).toFixed(2))} %` : String(figure);
}
