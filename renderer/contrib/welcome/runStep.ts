import type { Workbench } from '../../platform/workbench.ts';
import { nextStep, progressOf, withFolder } from './walkProgress.ts';
import { walkthroughs, type Step, type Walkthrough } from './walkthroughs.ts';
import { showWalk, walkStore } from './walkStore.ts';

/** Does a step on the walkthrough's sample, of which a copy is made where there is none yet. */
export async function runStep(workbench: Workbench, walk: Walkthrough, step: Step): Promise<void> {
  const { commands } = workbench;
  await goToSample(workbench, walk);
  for (const { command, args } of step.acts) await commands.run(command, args);
  if (step.acts.length === 0) await commands.run('view.show.walkthroughs');
}

/** Opens the copy that was worked on, or makes a new one where that is gone. */
async function goToSample({ workspace, rpc, showView }: Workbench, walk: Walkthrough): Promise<void> {
  const folder = () => workspace.store.getState()?.folder ?? null;
  const kept = progressOf(walkStore.getState().progress, walk).folder;
  if (kept !== null && kept === folder()) return;
  const isThere =
    kept !== null &&
    (await workspace.open(kept).then(
      () => true,
      () => false,
    ));
  if (!isThere) {
    await workspace.change(async () => {
      const view = await rpc('samples.open', { id: walk.sample });
      walkStore.setState(({ progress }) => ({ progress: withFolder(progress, walk, view.folder) }));
      return view;
    });
  }
  showWalk(walk.id);
  showView('walkthroughs');
}

/** Shows a walkthrough: the one named, else one that the user picks. */
export async function getStarted({ dialogs, commands }: Workbench, args?: unknown): Promise<void> {
  const items = walkthroughs.map(({ id, title, text, icon }) => ({ id, title, detail: text, icon, value: id }));
  const id =
    typeof args === 'string'
      ? args
      : await dialogs.pick({ title: 'Get Started', placeholder: 'What do you want to do?', items });
  if (id === null) return;
  showWalk(id);
  await commands.run('view.show.walkthroughs');
}

/** Does the next step of the walkthrough that is shown. */
export async function runNextStep(workbench: Workbench): Promise<void> {
  const { shown, progress } = walkStore.getState();
  const walk = walkthroughs.find(({ id }) => id === shown);
  if (!walk) return getStarted(workbench);
  const step = nextStep(progress, walk);
  if (step) return runStep(workbench, walk, step);
  workbench.notifications.announce(`${walk.title}: all steps are done`);
}

/** Forgets what was done, of one walkthrough or of all. The copies of the samples stay where they are. */
export function beginAgain(walk: Walkthrough | null): void {
  walkStore.setState(({ progress }) => {
    const { [walk?.id ?? '']: _forgotten, ...others } = progress;
    return { progress: walk ? others : {}, unfolded: undefined };
  });
}
