import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { Amount } from '../../base/Amount.tsx';
import { Button } from '../../base/Button.tsx';
import { formatMoney } from '../../base/format.ts';
import { shareText } from '../../charts/chartData.ts';
import { verdictText } from './verdictText.ts';

interface VerdictProps {
  readonly plan: PlanView;
  /** The best quantity is the one that is looked at. */
  readonly isTaken: boolean;
  onTake(): void;
}

/** The answer: how many to buy, and what that comes to. */
export function Verdict({ plan, isTaken, onTake }: VerdictProps) {
  const { title, reason } = verdictText(plan);
  const { best, currency } = plan;
  return (
    <section className="verdict" aria-label="Answer">
      <div className="verdict-main">
        <h2>{title}</h2>
        <p>{reason}</p>
        {best && !isTaken && (
          <Button kind="link" icon="discard" command="planner.best" onClick={onTake}>
            Back to the best
          </Button>
        )}
      </div>
      {best && (
        <dl className="verdict-figures">
          <VerdictFigure title="Expected cost" text={formatMoney(best.mean, currency)} />
          <VerdictFigure title="P90" text={formatMoney(best.p90, currency)} />
          <VerdictFigure title="Chance of some left over" text={shareText(best.unusedChance)} />
          {best.budgetChance !== null && <VerdictFigure title="Budget held" text={shareText(best.budgetChance)} />}
        </dl>
      )}
    </section>
  );
}

function VerdictFigure({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Amount text={text} />
      </dd>
    </div>
  );
}
