import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import type { OpenDocument } from '../../../platform/documents.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { useBillRuns } from '../../../workbench/bills/useBill.ts';
import { withoutDoubles } from './problemsUnder.ts';

const none: readonly Diagnostic[] = [];

/** What is wrong with a document: what its decoder says of the text as it is now, and what the host found when it ran it. */
export function useProblems({ path, text }: OpenDocument): readonly Diagnostic[] {
  const { problems } = useWorkbench();
  const isScenario = path.endsWith('.scenario.json');
  // Also where no bill is open. What the run is at is nothing to the form, which would be drawn anew for it.
  useBillRuns(isScenario ? path : null);
  const found = useStore(problems.store, (state) => state.byPath[path] ?? none);
  const decoded = useMemo(() => (isScenario ? decodeScenario(text).diagnostics : none), [isScenario, text]);
  return useMemo(() => {
    // The host runs nothing that the decoder refuses: what it said is then of an earlier text.
    const refused = decoded.some(({ severity }) => severity === 'error');
    return refused ? decoded : withoutDoubles([...decoded, ...found]);
  }, [decoded, found]);
}
