import type { StoreApi } from 'zustand/vanilla';
import type { Diagnostic } from '../../shared/base/diagnostic.ts';

export interface ProblemsState {
  readonly byPath: Readonly<Record<string, readonly Diagnostic[]>>;
}

/** Faults in documents, by the document's path, set by whoever finds them. */
export interface Problems {
  readonly store: StoreApi<ProblemsState>;
  /** Replaces the problems that `owner` (such as `bill`) found in the document. */
  set(owner: string, path: string, diagnostics: readonly Diagnostic[]): void;
}
