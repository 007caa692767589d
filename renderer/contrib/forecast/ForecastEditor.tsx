import { memo } from 'react';
import type { ForecastView } from '../../../shared/rpc/forecastViews.ts';
import { classes } from '../../base/classes.ts';
import { Section } from '../../base/Section.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import { ChartTable } from '../../charts/ChartTable.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { AssumptionList } from '../../workbench/assumptions/AssumptionList.tsx';
import { ScenarioFaults } from '../../workbench/faults/ScenarioFaults.tsx';
import { InTurn } from '../../workbench/live/InTurn.tsx';
import { isBusy } from '../../workbench/live/liveRun.ts';
import { useLive } from '../../workbench/live/useLive.ts';
import { AlertList } from './AlertList.tsx';
import { ForecastCharts } from './ForecastCharts.tsx';
import { ForecastFields } from './ForecastFields.tsx';
import { ForecastHeader } from './ForecastHeader.tsx';
import { forecastRuns } from './forecastRuns.ts';
import { ForecastStatus } from './ForecastStatus.tsx';
import { ForecastSummary } from './ForecastSummary.tsx';
import { monthsData } from './monthsData.ts';
import { WhatIfSliders } from './WhatIfSliders.tsx';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './forecast.css';

interface PartProps {
  readonly forecast: ForecastView;
  readonly path: string;
}

interface AnswerProps extends PartProps {
  /** Another answer is on its way. */
  readonly isRough: boolean;
}

/** What a scenario is likely to cost, forecast anew as its text and the questions change. */
export function ForecastEditor({ path }: EditorProps) {
  const run = useLive(forecastRuns, path);
  const { answer, choice, diagnostics, failure, running } = run;
  const never = answer === null && running === null && (failure !== null || diagnostics.length > 0);
  return (
    <div className={classes('editor-page forecast', run.stale && 'forecast-stale')} aria-busy={isBusy(run)}>
      <ForecastHeader path={path} run={run} />
      <div className="forecast-ask">
        <ForecastFields path={path} choice={choice} currency={answer?.currency ?? ''} />
        <WhatIfSliders path={path} whatIf={choice.whatIf} />
      </div>
      <ForecastStatus path={path} run={run} />
      {never && (
        <ScenarioFaults path={path} what="forecast" failure={failure?.message ?? null} diagnostics={diagnostics} />
      )}
      {answer ? (
        <Answer forecast={answer} path={path} isRough={isBusy(run)} />
      ) : (
        !never && <Spinner label="Sampling what may come…" />
      )}
    </div>
  );
}

/** The figures follow a drag at once, all else in its turn. */
const Answer = memo(function Answer({ forecast, path, isRough }: AnswerProps) {
  const turn = { value: forecast, isRough };
  return (
    <>
      <ForecastSummary forecast={forecast} />
      <AlertList alerts={forecast.alerts} />
      <ForecastCharts {...{ forecast, isRough, path }} />
      <InTurn {...turn}>{(drawn) => <ByMonth forecast={drawn} />}</InTurn>
      <InTurn {...turn}>{(drawn) => <Assumptions forecast={drawn} path={path} />}</InTurn>
    </>
  );
});

const ByMonth = memo(function ByMonth({ forecast }: Pick<PartProps, 'forecast'>) {
  return (
    <Section title="By month" summary={`${forecast.months.length}`}>
      <div className="table-scroll" tabIndex={0} role="group" aria-label="By month, scrolls sideways">
        <ChartTable data={monthsData(forecast)} />
      </div>
    </Section>
  );
});

const Assumptions = memo(function Assumptions({ forecast: { assumptions }, path }: PartProps) {
  return (
    <Section title="Assumptions, and what is not modelled" summary={`${assumptions.length}`}>
      <AssumptionList assumptions={assumptions} path={path} />
    </Section>
  );
});
