import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { beginAgain } from './runStep.ts';
import { WalkthroughCards } from './WalkthroughCards.tsx';
import { WalkthroughStep } from './WalkthroughStep.tsx';
import { countDone, nextStep } from './walkProgress.ts';
import { showWalk, walkStore } from './walkStore.ts';
import { walkthroughs, type Walkthrough } from './walkthroughs.ts';
import './walkthroughs.css';

/** The walkthrough that is being done, beside the editors in which it is done; or the list of them. */
export function WalkthroughsView() {
  const shown = useStore(walkStore, (state) => state.shown);
  const walk = walkthroughs.find(({ id }) => id === shown);
  return (
    <div className="walk">
      {walk ? (
        <Steps key={walk.id} walk={walk} />
      ) : (
        <>
          <p className="walk-about">A few steps each, on a copy of a sample. Your files stay as they are.</p>
          <WalkthroughCards />
        </>
      )}
    </div>
  );
}

function Steps({ walk }: { readonly walk: Walkthrough }) {
  const { commands } = useWorkbench();
  const { progress, unfolded } = useStore(walkStore);
  const next = nextStep(progress, walk);
  const open = unfolded === undefined ? next?.id : unfolded;
  const nextPart = commands.keyOf('view.nextPart');
  return (
    <section aria-labelledby="walk-title">
      <Button kind="link" icon="arrow-left" command="walk.all" onClick={() => showWalk(null)}>
        All Walkthroughs
      </Button>
      <h3 id="walk-title">{walk.title}</h3>
      <p className="walk-about">{walk.text}</p>
      <WalkMeter walk={walk} done={countDone(progress, walk)} />
      <ol className="walk-steps">
        {walk.steps.map((step) => (
          <WalkthroughStep
            key={step.id}
            {...{ walk, step }}
            isNext={step === next}
            isStop={step === (next ?? walk.steps[0])}
            isOpen={step.id === open}
          />
        ))}
      </ol>
      {next === null && <p className="walk-about">All done. The copy is yours to go on with.</p>}
      <Button kind="link" icon="discard" command="walk.beginAgain" onClick={() => beginAgain(walk)}>
        Begin Again
      </Button>
      {nextPart !== null && <p className="walk-about">{nextPart} goes from here to the editors, and on.</p>}
    </section>
  );
}

function WalkMeter({ walk, done }: { readonly walk: Walkthrough; readonly done: number }) {
  const text = `${done} of ${walk.steps.length} done`;
  return (
    <div className="walk-meter">
      <progress max={walk.steps.length} value={done} aria-label={walk.title} aria-valuetext={text} />
      <span>{text}</span>
    </div>
  );
}
