import { walkthroughs, type Step, type Walkthrough } from './walkthroughs.ts';

/** What was done of a walkthrough, and the folder of its sample's copy. */
export interface WalkProgress {
  readonly folder: string | null;
  /** Ids of steps. */
  readonly done: readonly string[];
}

/** Progress by walkthrough. */
export type WalksProgress = Readonly<Record<string, WalkProgress>>;

const nothing: WalkProgress = { folder: null, done: [] };

export function progressOf(all: WalksProgress, { id }: Walkthrough): WalkProgress {
  return all[id] ?? nothing;
}

/** Steps of the walkthrough that are done; steps that it no longer has do not count. */
export function countDone(all: WalksProgress, walk: Walkthrough): number {
  const { done } = progressOf(all, walk);
  return walk.steps.filter(({ id }) => done.includes(id)).length;
}

/** The first step that is not done; null: all are. */
export function nextStep(all: WalksProgress, walk: Walkthrough): Step | null {
  const { done } = progressOf(all, walk);
  return walk.steps.find(({ id }) => !done.includes(id)) ?? null;
}

export function withDone(all: WalksProgress, walk: Walkthrough, step: Step): WalksProgress {
  const now = progressOf(all, walk);
  return now.done.includes(step.id) ? all : { ...all, [walk.id]: { ...now, done: [...now.done, step.id] } };
}

/** The walkthrough has a copy of its sample in this folder. */
export function withFolder(all: WalksProgress, walk: Walkthrough, folder: string): WalksProgress {
  return { ...all, [walk.id]: { ...progressOf(all, walk), folder } };
}

/** The walkthrough whose sample's copy a folder is. */
export function walkIn(all: WalksProgress, folder: string | null): Walkthrough | null {
  return folder === null ? null : (walkthroughs.find((walk) => progressOf(all, walk).folder === folder) ?? null);
}

/** What was kept; what cannot be read counts as nothing done. */
export function readProgress(text: string | null): WalksProgress {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => isProgress(value)));
  } catch {
    return {};
  }
}

function isProgress(value: unknown): value is WalkProgress {
  if (typeof value !== 'object' || value === null || !('done' in value) || !('folder' in value)) return false;
  const { done, folder } = value;
  return (
    Array.isArray(done) && done.every((id) => typeof id === 'string') && (folder === null || typeof folder === 'string')
  );
}
