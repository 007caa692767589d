import { memo, useCallback, useMemo, useRef } from 'react';
import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { Section } from '../../base/Section.tsx';
import { Slider } from '../../base/Slider.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { AssumptionList } from '../../workbench/assumptions/AssumptionList.tsx';
import { ScenarioFaults } from '../../workbench/faults/ScenarioFaults.tsx';
import { InTurn } from '../../workbench/live/InTurn.tsx';
import { isBusy } from '../../workbench/live/liveRun.ts';
import { useLive } from '../../workbench/live/useLive.ts';
import { quantityOf } from './buy.ts';
import { PlanCurve } from './PlanCurve.tsx';
import { PlanFields } from './PlanFields.tsx';
import { PlanHeader } from './PlanHeader.tsx';
import { planRuns } from './planRuns.ts';
import { PlanStatus } from './PlanStatus.tsx';
import { QuantityDetail } from './QuantityDetail.tsx';
import { QuantityLine } from './QuantityLine.tsx';
import { useQuantity } from './useQuantity.ts';
import { Verdict } from './Verdict.tsx';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './planner.css';

/** How many prepaid credits to buy, planned anew as the scenario and the questions change. */
export function PlannerEditor({ path }: EditorProps) {
  const run = useLive(planRuns, path);
  const { answer, choice, diagnostics, failure, running } = run;
  const never = answer === null && running === null && (failure !== null || diagnostics.length > 0);
  return (
    <div className={classes('editor-page planner', run.stale && 'planner-stale')} aria-busy={isBusy(run)}>
      <PlanHeader path={path} run={run} />
      <PlanFields path={path} choice={choice} currency={answer?.currency ?? ''} />
      <PlanStatus path={path} run={run} />
      {never && <ScenarioFaults path={path} what="plan" failure={failure?.message ?? null} diagnostics={diagnostics} />}
      {answer ? (
        <Answer plan={answer} path={path} chosen={choice.quantity} />
      ) : (
        !never && <Spinner label="Weighing every quantity…" />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly plan: PlanView;
  readonly path: string;
  /** Null: the best. */
  readonly chosen: number | null;
}

function Answer({ plan, path, chosen }: AnswerProps) {
  const workbench = useWorkbench();
  const runs = planRuns(workbench);
  const best = plan.best?.quantity ?? null;
  const quantity = quantityOf(plan, chosen);
  const choose = useCallback((next: number | null) => runs.choose(path, { quantity: next }), [runs, path]);
  const detail = useQuantity(plan.planId, quantity);
  const curve = useMemo(() => ({ plan, quantity }), [plan, quantity]);
  const slider = useRef<HTMLDivElement>(null);
  const buy = async () => {
    await workbench.commands.run('planner.buy');
    // Where nothing more is to be bought the pressed button goes out, and keys pressed on it would be lost.
    slider.current?.querySelector('input')?.focus();
  };
  return (
    <>
      <Verdict plan={plan} onTake={() => choose(null)} isTaken={best === quantity} />
      <InTurn value={curve}>
        {(drawn) => <PlanCurve plan={drawn.plan} chosen={drawn.quantity} onChoose={choose} />}
      </InTurn>
      <div ref={slider} className="planner-quantity">
        <Slider
          label="Credits to buy"
          value={quantity}
          min={0}
          max={Math.max(1, plan.max)}
          greatest={plan.max}
          step={1}
          suffix="credits"
          mark={best === null ? null : { at: best, title: `The best: ${best.toLocaleString('en')} credits` }}
          onChange={(next) => choose(Math.round(next))}
        />
        <Button
          kind="primary"
          icon="add"
          disabled={quantity === 0 || workbench.context.get('workspaceReadOnly') === true}
          title="Writes the purchase into the timeline; it can be undone"
          onClick={() => void buy()}
        >
          Add this purchase to the scenario
        </Button>
      </div>
      <QuantityLine plan={plan} quantity={quantity} />
      {detail ? (
        <QuantityDetail plan={plan} detail={detail.view} isCurrent={detail.isCurrent} />
      ) : (
        <Spinner label="Looking at this quantity on every path…" />
      )}
      <Assumptions plan={plan} path={path} />
    </>
  );
}

const Assumptions = memo(function Assumptions({ plan: { assumptions }, path }: Omit<AnswerProps, 'chosen'>) {
  return (
    <Section title="Assumptions, and what is not modelled" summary={`${assumptions.length}`}>
      <AssumptionList assumptions={assumptions} path={path} />
    </Section>
  );
});
