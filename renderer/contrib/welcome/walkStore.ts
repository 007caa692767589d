import { createStore } from 'zustand/vanilla';
import type { WalksProgress } from './walkProgress.ts';

/** What the walkthroughs show: the one that is being done, and the step that the user has unfolded. */
export interface WalkState {
  /** Id; null: all are listed. */
  readonly shown: string | null;
  /** Id of a step; null: none; undefined: the next one. */
  readonly unfolded: string | null | undefined;
  readonly progress: WalksProgress;
}

export const walkStore = createStore<WalkState>(() => ({ shown: null, unfolded: undefined, progress: {} }));

export function showWalk(id: string | null): void {
  walkStore.setState({ shown: id, unfolded: undefined });
}
