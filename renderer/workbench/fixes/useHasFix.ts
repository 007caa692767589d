import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { isFixable } from '../../../shared/scenario/fixes/fixableCodes.ts';
import type { fixesFor } from '../../../shared/scenario/fixes/fixesFor.ts';
import type { Problem } from '../parts/problemList.ts';
import { useShell } from '../useShell.ts';

/** Problems beyond these have no light bulb; Ctrl+. works for them too. */
const mostBulbs = 50;

/** Which of the problems have a fix. What knows is loaded when there is one that may. */
export function useHasFix(problems: readonly Problem[]): ReadonlySet<Diagnostic> {
  const { documents } = useShell();
  const byPath = useStore(documents.store, (state) => state.byPath);
  const [fixes, setFixes] = useState<{ readonly of: typeof fixesFor } | null>(null);
  const mayHave = problems.slice(0, mostBulbs).filter(({ diagnostic }) => isFixable(diagnostic.code));
  const wanted = mayHave.length > 0 && fixes === null;
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void import('../../../shared/scenario/fixes/fixesFor.ts').then((module) => {
      if (current) setFixes({ of: module.fixesFor });
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  const has = ({ documentPath, diagnostic }: Problem): boolean => {
    const text = byPath[documentPath]?.text;
    return text !== undefined && fixes !== null && fixes.of(text, diagnostic).length > 0;
  };
  return new Set(mayHave.filter(has).map(({ diagnostic }) => diagnostic));
}
