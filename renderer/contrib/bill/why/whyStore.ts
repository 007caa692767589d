import { createStore } from 'zustand/vanilla';
import type { WhyNode } from '../../../../shared/rpc/views.ts';
import type { WhyQuestion } from './whyQuestion.ts';
import { firstOpen } from './whyTree.ts';

/** What the Why view shows. */
export interface WhyState {
  readonly question: WhyQuestion | null;
  readonly root: WhyNode | null;
  readonly failure: string | null;
  readonly open: ReadonlySet<string>;
  readonly at: string;
  /** Where the focus goes back to when the view is closed. */
  readonly from: HTMLOrSVGElement | null;
}

const nothing: WhyState = { question: null, root: null, failure: null, open: new Set(), at: '0', from: null };

export const whyStore = createStore<WhyState>(() => nothing);

export function ask(question: WhyQuestion, from: HTMLOrSVGElement | null): void {
  const root = question.kind === 'answer' ? question.node : null;
  whyStore.setState({ ...nothing, question, from, root, open: root ? firstOpen(root) : new Set() });
}

/** Takes the answer to a question, unless another was asked meanwhile. Asked again, the tree stays unfolded as it was. */
export function answer(question: WhyQuestion, root: WhyNode): void {
  const now = whyStore.getState();
  if (now.question !== question) return;
  whyStore.setState({ root, failure: null, open: now.root ? now.open : firstOpen(root) });
}

export function fail(question: WhyQuestion, failure: string): void {
  if (whyStore.getState().question === question) whyStore.setState({ failure });
}

/** Empties the view and gives the focus back. */
export function closeWhy(): void {
  const { from } = whyStore.getState();
  whyStore.setState(nothing);
  from?.focus();
}
