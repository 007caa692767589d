import type { NotificationAction } from '../../platform/notifications.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { explorerStore } from './explorerStore.ts';
import type { DoneStep } from './explorerStore.ts';
import { takeStep } from './fileStep.ts';
import type { FileStep } from './fileStep.ts';
import { listed } from './paths.ts';

const most = 50;

/** Does something to files and keeps how to undo it. Gives how many it was done to. */
export async function doStep(workbench: Workbench, label: string, step: FileStep): Promise<number> {
  const { back, done, failed } = await takeStep(workbench, step);
  await workbench.workspace.refresh();
  if (back) keepStep(label, back);
  tellFailed(workbench, label, failed);
  return done;
}

/** Keeps how to undo what was done otherwise, such as files that were made. */
export function keepStep(label: string, back: FileStep): void {
  explorerStore.setState(({ undo }) => ({ undo: [...undo, { label, back }].slice(-most), redo: [] }));
}

export function tellFailed({ notifications }: Workbench, label: string, failed: readonly string[]): void {
  if (failed.length > 0) notifications.show('error', `${label}, but not all of it: ${listed(failed, ' ')}`);
}

export async function undoStep(workbench: Workbench): Promise<void> {
  const last = explorerStore.getState().undo.at(-1);
  if (last) await takeBack(workbench, last);
}

export async function redoStep(workbench: Workbench): Promise<void> {
  const last = explorerStore.getState().redo.at(-1);
  if (!last) return;
  explorerStore.setState(({ redo }) => ({ redo: redo.slice(0, -1) }));
  const { back, failed } = await takeStep(workbench, last.back);
  await workbench.workspace.refresh();
  if (back) explorerStore.setState(({ undo }) => ({ undo: [...undo, { label: last.label, back }] }));
  tellFailed(workbench, `Redid ${last.label}`, failed);
  workbench.notifications.announce(`Redid ${last.label}`);
}

/** The button of a notice that undoes what it tells of, if that still is the last thing done or any before it. */
export function undoAction(workbench: Workbench): readonly NotificationAction[] {
  const mine = explorerStore.getState().undo.at(-1);
  if (!mine) return [];
  const run = async (): Promise<void> => {
    if (explorerStore.getState().undo.includes(mine)) await takeBack(workbench, mine);
  };
  return [{ title: 'Undo', run }];
}

async function takeBack(workbench: Workbench, step: DoneStep): Promise<void> {
  explorerStore.setState(({ undo }) => ({ undo: undo.filter((each) => each !== step) }));
  const { back, failed } = await takeStep(workbench, step.back);
  await workbench.workspace.refresh();
  if (back) explorerStore.setState(({ redo }) => ({ redo: [...redo, { label: step.label, back }] }));
  tellFailed(workbench, `Undid ${step.label}`, failed);
  workbench.notifications.announce(`Undid ${step.label}`);
}
