import { useStore } from 'zustand';
import type { WhyNode } from '../../../../shared/rpc/views.ts';
import { Button } from '../../../base/Button.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { groupFigure } from './groupFigure.ts';
import { ledgerAddress, type WhyQuestion } from './whyQuestion.ts';
import { whyStore } from './whyStore.ts';

interface WhyDetailProps {
  readonly root: WhyNode;
  readonly question: WhyQuestion;
}

/** The chosen reason in full: its sum, its rule in plain words, and the places that it leads to. */
export function WhyDetail({ root, question }: WhyDetailProps) {
  const workbench = useWorkbench();
  const at = useStore(whyStore, (state) => state.at);
  const node = nodeAt(root, at);
  const { row, path } = node;
  return (
    <div className="why-detail" role="region" aria-label="The reason in full" aria-live="polite">
      <h2>{node.title}</h2>
      <p className="why-detail-figure">{groupFigure(node.figure)}</p>
      {node.arithmetic !== null && <p className="why-arithmetic">{node.arithmetic}</p>}
      {node.rule !== null && (
        <p className="why-rule-text">
          <span className="why-rule">{node.rule}</span> {node.ruleText}
        </p>
      )}
      {(row !== null || path !== null) && (
        <div className="why-links">
          {row !== null && (
            <Button
              kind="link"
              icon="list-ordered"
              command="why.ledgerRow"
              onClick={() => workbench.editors.open(ledgerAddress(question), { reveal: { row }, focus: true })}
            >
              Ledger row {row.toLocaleString('en')}
            </Button>
          )}
          {path !== null && (
            <Button
              kind="link"
              icon="go-to-file"
              command="why.goToTerms"
              onClick={() => revealPlace(workbench, question, path)}
            >
              {path}
            </Button>
          )}
        </div>
      )}
      {node.more > 0 && (
        <p className="why-more">{node.more.toLocaleString('en')} more are not listed: see the ledger.</p>
      )}
    </div>
  );
}

function nodeAt(root: WhyNode, key: string): WhyNode {
  const steps = key.split('.').slice(1).map(Number);
  return steps.reduce((node, step) => node.children[step] ?? node, root);
}

/** A place is a JSON path of the scenario, or a line of one of its usage files: `usage/jan.csv:17`. */
function revealPlace(workbench: Workbench, question: WhyQuestion, place: string): void {
  const [, file, line] = /^(.*\.(?:csv|ndjson)):(\d+)$/.exec(place) ?? [];
  if (file !== undefined && question.kind === 'bill') {
    const folder = question.path.slice(0, question.path.lastIndexOf('/') + 1);
    const at = { line: Number(line), column: 1, offset: 0, length: 0 };
    workbench.editors.openFile(folder + file, { reveal: { place: at }, focus: true });
  } else if (question.kind === 'bill') {
    void workbench.commands.run('scenario.revealPath', { path: question.path, jsonPath: place });
  }
}
