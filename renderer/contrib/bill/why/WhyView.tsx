import { useEffect } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '../../../base/EmptyState.tsx';
import { IconButton } from '../../../base/IconButton.tsx';
import { Spinner } from '../../../base/Spinner.tsx';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { useBill } from '../../../workbench/bills/useBill.ts';
import type { WhyQuestion } from './whyQuestion.ts';
import { answer, closeWhy, fail, whyStore } from './whyStore.ts';
import { WhyDetail } from './WhyDetail.tsx';
import { WhyTree } from './WhyTree.tsx';
import './why.css';

/** The panel view that answers why: the tree of reasons, and the chosen reason in full. */
export function WhyView() {
  const { question, root, failure } = useStore(whyStore);
  useAnswer(question);
  if (!question) {
    return (
      <EmptyState
        icon="question"
        title="Ask any figure why"
        text="Choose a figure of a bill or a row of a ledger. Its reason is shown here, down to the usage rows."
      />
    );
  }
  return (
    <div className="why" data-menu="why/context" onKeyDown={(event) => event.key === 'Escape' && closeWhy()}>
      {failure !== null && <p className="why-failure">{failure}</p>}
      {root ? (
        <div className="why-panes">
          <WhyTree root={root} focus={question.focus} />
          <WhyDetail root={root} question={question} />
        </div>
      ) : failure === null ? (
        <Spinner label="Asking why…" />
      ) : null}
      <WhyTools />
    </div>
  );
}

function WhyTools() {
  const root = useStore(whyStore, (state) => state.root);
  return (
    <div className="why-tools">
      <IconButton icon="copy" label="Copy the reason as text" disabled={!root} command="why.copy" />
      <IconButton icon="close" label="Close the reason" keyHint="Esc" command="why.close" />
    </div>
  );
}

/** Asks the host, and asks again when the bill was computed anew. */
function useAnswer(question: WhyQuestion | null): void {
  const { rpc } = useWorkbench();
  const { bill } = useBill(question?.kind === 'bill' ? question.path : null);
  const runId = bill?.runId;
  useEffect(() => {
    if (question?.kind !== 'bill' || runId === undefined) return;
    rpc('bill.why', { runId, target: question.target }).then(
      (node) => answer(question, node),
      (error: unknown) => fail(question, messageOf(error)),
    );
  }, [rpc, question, runId]);
}
