import type { Workbench } from '../../platform/workbench.ts';
import { countDone, nextStep, readProgress, walkIn, withDone } from './walkProgress.ts';
import type { Step, Walkthrough } from './walkthroughs.ts';
import { walkStore } from './walkStore.ts';

const key = 'user:walkthroughs';

/** Marks steps as done while they are done, in whatever way, on a walkthrough's sample; and keeps what is done. */
export function followWalks(workbench: Workbench): void {
  const { rpc, commands, documents, workspace } = workbench;
  void rpc('state.get', { key }).then(
    (kept) => walkStore.setState({ progress: readProgress(kept) }),
    () => undefined,
  );
  const here = () => walkIn(walkStore.getState().progress, workspace.store.getState()?.folder ?? null);
  const mark = (walk: Walkthrough | null, isDone: (step: Step) => boolean): void => {
    for (const step of walk?.steps ?? []) if (isDone(step)) markDone(workbench, walk!, step);
  };
  commands.onRun((id) => mark(here(), ({ until }) => typeof until === 'object' && until.command === id));
  workspace.store.subscribe(() => mark(here(), ({ until }) => until === 'opened'));
  documents.store.subscribe(({ byPath }, before) => {
    const walk = byPath === before.byPath ? null : here();
    if (walk && (byPath[walk.scenario]?.undo.length ?? 0) > 0) mark(walk, ({ until }) => until === 'edited');
  });
  walkStore.subscribe(({ progress }, before) => {
    if (progress !== before.progress) void keep(workbench).catch(() => undefined);
  });
}

/** Marks a step as done, says so, and goes on to the next. */
export function markDone({ notifications }: Pick<Workbench, 'notifications'>, walk: Walkthrough, step: Step): void {
  const { progress } = walkStore.getState();
  const now = withDone(progress, walk, step);
  if (now === progress) return;
  walkStore.setState({ progress: now, unfolded: undefined });
  const next = nextStep(now, walk);
  const count = `${countDone(now, walk)} of ${walk.steps.length} done`;
  notifications.announce(`${step.title}: done. ${count}. ${next ? `Next: ${next.title}.` : 'That was the last one.'}`);
}

async function keep({ rpc }: Workbench): Promise<void> {
  await rpc('state.set', { key, value: JSON.stringify(walkStore.getState().progress) });
}
