import { useId } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../base/Icon.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { countDone } from './walkProgress.ts';
import { walkStore } from './walkStore.ts';
import { walkthroughs, type Walkthrough } from './walkthroughs.ts';

/** The walkthroughs, each with how far it is. */
export function WalkthroughCards() {
  return (
    <div className="sample-cards">
      {walkthroughs.map((walk, at) => (
        <WalkthroughCard key={walk.id} walk={walk} isFirst={at === 0} />
      ))}
    </div>
  );
}

function WalkthroughCard({ walk, isFirst }: { readonly walk: Walkthrough; readonly isFirst: boolean }) {
  const textId = useId();
  const { commands } = useWorkbench();
  const { id, title, text, icon, steps } = walk;
  const done = useStore(walkStore, ({ progress }) => countDone(progress, walk));
  return (
    <button
      type="button"
      className="sample-card"
      aria-describedby={textId}
      data-autofocus={isFirst || undefined}
      onClick={() => void commands.run('help.getStarted', id)}
    >
      <Icon name={done === steps.length ? 'pass-filled' : icon} className="sample-icon" />
      <span className="sample-title">{title}</span>
      <span className="sample-text">
        {done} of {steps.length} steps done
      </span>
      <span id={textId} className="sample-text">
        {text}
      </span>
    </button>
  );
}
