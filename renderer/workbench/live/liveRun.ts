import type { Diagnostic } from '../../../shared/base/diagnostic.ts';

/** The latest that is known of what somebody asked about a document: what is asked, and the last good answer. */
export interface LiveRun<Choice, Answer> {
  readonly choice: Choice;
  /** The last good answer; null until there was one. */
  readonly answer: Answer | null;
  /** The answer is of an earlier text or choice, and the present one could not be answered. */
  readonly stale: boolean;
  /** The answer is from fewer paths than are asked for. */
  readonly rough: boolean;
  /** A run on its way, and how far it is. */
  readonly running: LiveProgress | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Why there was no answer at all; null where there was one. */
  readonly failure: LiveFailure | null;
  /** The user stopped the last run. */
  readonly cancelled: boolean;
}

/** Whether a better answer is on its way: assistive technology is told, and nobody need take these figures for the last. */
export function isBusy({ running, rough, stale, cancelled }: LiveRun<unknown, unknown>): boolean {
  return running !== null || (rough && !stale && !cancelled);
}

export interface LiveProgress {
  readonly job: string;
  readonly step: string;
  readonly part: number | null;
}

export interface LiveFailure {
  readonly code: string;
  readonly message: string;
}

/** What is asked of the host. */
export interface LiveQuestion<Choice> {
  readonly job: string;
  readonly path: string;
  readonly text: string;
  readonly choice: Choice;
  /** Fewer paths will do: another question follows. */
  readonly rough: boolean;
}

/** What becomes of a question: an answer, or the problems that stand in its way. */
export interface LiveOutcome<Answer> {
  readonly answer: Answer | null;
  readonly diagnostics: readonly Diagnostic[];
}
