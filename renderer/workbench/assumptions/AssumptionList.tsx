import type { Assumption } from '../../../shared/rpc/views.ts';
import { memo } from 'react';
import { Badge } from '../../base/Badge.tsx';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import './assumptions.css';

const kinds: readonly (readonly [Assumption['kind'], string, 'warning' | 'info' | 'neutral'])[] = [
  ['unpublished', 'Not published: yours to set', 'warning'],
  ['not-modelled', 'Not modelled', 'warning'],
  ['demand', 'Expected usage', 'info'],
  ['choice', 'Our choice', 'info'],
  ['vendor', 'Published by the vendor', 'neutral'],
];

const confidences: Readonly<Record<string, string>> = {
  A: 'the vendor’s own page',
  B: 'a third party, with a date',
  '?': 'contradicted or not dated',
};

interface AssumptionListProps {
  readonly assumptions: readonly Assumption[];
  /** Path of the scenario in which they are set. */
  readonly path: string;
}

/** What a bill or a forecast rests on and nobody proved, the least certain first. */
export const AssumptionList = memo(function AssumptionList({ assumptions, path }: AssumptionListProps) {
  if (assumptions.length === 0) return <p className="assumptions-none">This rests on no assumption.</p>;
  return (
    <>
      {kinds.map(([kind, title, tone]) => {
        const some = assumptions.filter((assumption) => assumption.kind === kind);
        if (some.length === 0) return null;
        return (
          <section key={kind} className="assumptions" aria-label={title}>
            <h3>
              <Badge kind={tone}>{some.length}</Badge> {title}
            </h3>
            <ul>
              {some.map((assumption) => (
                <AssumptionItem key={assumption.id} {...assumption} scenario={path} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
});

interface AssumptionItemProps extends Assumption {
  readonly scenario: string;
}

/** Most assumptions are the same for the next bill: those are not drawn anew. */
const AssumptionItem = memo(function AssumptionItem(props: AssumptionItemProps) {
  const { title, text, rule, confidence, source, path: jsonPath, scenario } = props;
  const { commands } = useWorkbench();
  return (
    <li className="assumption">
      <div className="assumption-head">
        <span className="assumption-title">{title}</span>
        {rule !== null && <span className="assumption-rule">{rule}</span>}
        {confidence !== null && (
          <span className="assumption-confidence" title={confidences[confidence]}>
            Confidence {confidence}
          </span>
        )}
        {jsonPath !== null && (
          <Button
            kind="link"
            icon="edit"
            title={`Set it in the scenario: ${jsonPath}`}
            onClick={() => void commands.run('scenario.revealPath', { path: scenario, jsonPath })}
          >
            Set it
          </Button>
        )}
      </div>
      <p>{text}</p>
      {source !== null && <p className="assumption-source">Source: {source}</p>}
    </li>
  );
});
