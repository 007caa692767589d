import { useDeferredValue } from 'react';
import type { FitOutcome, FitView } from '../../../shared/rpc/fitViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { classes } from '../../base/classes.ts';
import { Section } from '../../base/Section.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { ScenarioFaults } from '../../workbench/faults/ScenarioFaults.tsx';
import { StaleBanner } from '../../workbench/live/StaleBanner.tsx';
import { useLive } from '../../workbench/live/useLive.ts';
import { BacktestPart } from './BacktestPart.tsx';
import { FitFields } from './FitFields.tsx';
import { FitHeader } from './FitHeader.tsx';
import { FitHistory } from './FitHistory.tsx';
import { FitSentences } from './FitSentences.tsx';
import { fitRuns } from './fitRuns.ts';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './fit.css';

/** A demand model fitted to usage that was seen, with what was found and how well it would have forecast. */
export function FitEditor({ path }: EditorProps) {
  const run = useLive(fitRuns, path);
  const { answer, choice, diagnostics, failure, running } = run;
  const never = answer === null && running === null && (failure !== null || diagnostics.length > 0);
  return (
    <div className={classes('editor-page fit', run.stale && 'fit-stale')}>
      <FitHeader path={path} fit={answer?.fit ?? null} stale={run.stale} />
      <FitFields path={path} choice={choice} answer={answer} />
      {answer && <StaleBanner run={run} what="fit" />}
      {never && <ScenarioFaults path={path} what="fit" failure={failure?.message ?? null} diagnostics={diagnostics} />}
      {answer ? <Answer answer={answer} /> : !never && <Spinner label="Looking at the usage…" />}
    </div>
  );
}

function Answer({ answer }: { readonly answer: FitOutcome }) {
  const { fit, refusal } = useDeferredValue(answer);
  if (!fit) return refusal && <Banner kind="warning">{refusal.message}</Banner>;
  return (
    <>
      <FitSentences found={fit.found} untold={fit.untold} />
      <FitHistory fit={fit} />
      <Section title="Backtest" summary={fit.backtest ? `${fit.backtest.actual.length} days held out` : ''}>
        {fit.backtest ? (
          <BacktestPart backtest={fit.backtest} unit={fit.unit} />
        ) : (
          <p className="fit-note">
            {refusal?.message ?? 'No days are held out: say how many, to see how well it does.'}
          </p>
        )}
      </Section>
      <Section title="The model as text" closed>
        <pre className="fit-text" tabIndex={0}>
          {modelText(fit)}
        </pre>
      </Section>
    </>
  );
}

function modelText({ model }: FitView): string {
  const lines = Object.entries(model).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}
