import type { AuditView, FindingView } from '../../../../shared/rpc/auditViews.ts';
import type { WhyNode } from '../../../../shared/rpc/views.ts';
import { Button } from '../../../base/Button.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { useAnswer } from './useAnswer.ts';

interface FindingReasonPartProps {
  readonly finding: FindingView;
  readonly view: AuditView;
  /** Path of the scenario that gives the terms. */
  readonly terms: string;
}

/** Why what the finding expects is due, and the places of the terms that decide it. */
export function FindingReasonPart({ finding, view, terms }: FindingReasonPartProps) {
  const { commands } = useWorkbench();
  const { value, isCurrent } = useAnswer('audit.reason', { auditId: view.auditId, finding: finding.index });
  if (!value || !isCurrent) return null;
  const { why, places } = value;
  if (!why && places.length === 0) return null;
  return (
    <div className="finding-reason">
      {why && (
        <>
          <h4>Why that is due</h4>
          <Reason node={why} depth={0} />
        </>
      )}
      {places.length > 0 && (
        <>
          <h4>In the terms</h4>
          <div className="finding-links">
            {places.map(({ title, path }) => (
              <Button
                key={path}
                kind="link"
                icon="go-to-file"
                title={path}
                onClick={() => void commands.run('scenario.revealPath', { path: terms, jsonPath: path })}
              >
                {title}
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

const deepest = 2;

function Reason({ node, depth }: { readonly node: WhyNode; readonly depth: number }) {
  const { title, figure, arithmetic, children } = node;
  return (
    <div className="reason">
      <p className="reason-title">
        {title}
        {figure !== '' && <strong>{figure}</strong>}
      </p>
      {arithmetic !== null && <p className="reason-sum">{arithmetic}</p>}
      {depth < deepest &&
        children.slice(0, 3).map((child, index) => <Reason key={index} node={child} depth={depth + 1} />)}
    </div>
  );
}
