import { useId } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { FoldButton } from '../../base/FoldButton.tsx';
import { Icon } from '../../base/Icon.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { markDone } from './followWalks.ts';
import { runStep } from './runStep.ts';
import { progressOf } from './walkProgress.ts';
import { walkStore } from './walkStore.ts';
import type { Step, Walkthrough } from './walkthroughs.ts';

interface WalkthroughStepProps {
  readonly walk: Walkthrough;
  readonly step: Step;
  /** The first that is not done. */
  readonly isNext: boolean;
  /** The focus of the side bar goes to it. */
  readonly isStop: boolean;
  readonly isOpen: boolean;
}

/** A step of a walkthrough: whether it is done, and what it does. Later ones wait until it is their turn. */
export function WalkthroughStep({ walk, step, isNext, isStop, isOpen }: WalkthroughStepProps) {
  const id = useId();
  const done = useStore(walkStore, ({ progress }) => progressOf(progress, walk).done.includes(step.id));
  const toggle = (): void => walkStore.setState({ unfolded: isOpen ? null : step.id });
  return (
    <li className="walk-step" data-scope="step" aria-current={isNext ? 'step' : undefined}>
      <h4>
        <FoldButton
          open={isOpen}
          onToggle={toggle}
          controls={id}
          data-autofocus={isStop || undefined}
          icon={<Icon name={done ? 'pass-filled' : 'circle-large-outline'} label={done ? 'Done' : 'Not done'} />}
        >
          {step.title}
        </FoldButton>
      </h4>
      <div id={id} className="walk-step-body" hidden={!isOpen}>
        <p>{step.text}</p>
        {done || isNext ? <StepActions {...{ walk, step, isNext }} /> : <p>The steps before it come first.</p>}
      </div>
    </li>
  );
}

function StepActions({ walk, step, isNext }: Omit<WalkthroughStepProps, 'isOpen' | 'isStop'>) {
  const workbench = useWorkbench();
  const run = () =>
    runStep(workbench, walk, step).catch((error: unknown) => workbench.notifications.failed(step.title, error));
  return (
    <div className="walk-step-actions">
      <Button kind={isNext ? 'primary' : 'secondary'} command="walk.do" onClick={() => void run()}>
        {step.action}
      </Button>
      {isNext && step.acts.length > 0 && (
        <Button kind="link" command="walk.markDone" onClick={() => markDone(workbench, walk, step)}>
          Mark as Done
        </Button>
      )}
    </div>
  );
}
