import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { ProblemsState } from '../../platform/problems.ts';

export interface Problem {
  readonly documentPath: string;
  readonly diagnostic: Diagnostic;
}

/** All problems, errors before warnings within a document, then in the order of the text. */
export function problemList({ byPath }: ProblemsState): readonly Problem[] {
  return Object.keys(byPath)
    .toSorted()
    .flatMap((documentPath) =>
      (byPath[documentPath] ?? []).toSorted(bySeverityAndPlace).map((diagnostic) => ({ documentPath, diagnostic })),
    );
}

/** How many errors and warnings there are. */
export function problemCounts(state: ProblemsState): { readonly errors: number; readonly warnings: number } {
  const all = Object.values(state.byPath).flat();
  const errors = all.filter((diagnostic) => diagnostic.severity === 'error').length;
  return { errors, warnings: all.length - errors };
}

function bySeverityAndPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  return (a.place?.offset ?? 0) - (b.place?.offset ?? 0);
}
