import type { ReactNode } from 'react';
import type { WhyTarget } from '../../../shared/rpc/table.ts';
import type { BillView, StatementView } from '../../../shared/rpc/views.ts';
import { classes } from '../../base/classes.ts';
import { formatCredits } from '../../base/format.ts';
import { Figure } from './Figure.tsx';

type CreditFigure = keyof StatementView['credits'];
type ClosingFigure = keyof StatementView['closing'];

const served: readonly (readonly [CreditFigure, string])[] = [
  ['included', 'Included'],
  ['prepaid', 'Prepaid'],
  ['flex', 'Flex'],
  ['blocked', 'Blocked'],
];
const lost: readonly (readonly [CreditFigure, string])[] = [
  ['expired', 'Expired'],
  ['forfeited', 'Forfeited'],
  ['dropped', 'Dropped in rounding'],
  ['adjusted', 'Adjusted'],
];
const left: readonly (readonly [ClosingFigure, string])[] = [
  ['included', 'Included left'],
  ['prepaid', 'Prepaid left'],
  ['unbilledFlex', 'Flex not billed yet'],
];

/** Where the credits went: what served the demand, what was lost, and what is left at the end. */
export function CreditFlow({ bill }: { readonly bill: BillView }) {
  const { credits, closing } = bill.statement;
  return (
    <section className="flow" aria-label="Credits">
      <DemandBar credits={credits} />
      <div className="flow-columns">
        <FlowGroup title="Demand was met by">
          {served.map(([figure, title]) => (
            <FlowLine
              key={figure}
              swatch={figure}
              title={title}
              text={credits[figure]}
              warn={figure === 'blocked'}
              target={{ kind: 'credits', figure }}
            />
          ))}
        </FlowGroup>
        <FlowGroup title="Lost and changed">
          {lost.map(([figure, title]) => (
            <FlowLine key={figure} title={title} text={credits[figure]} target={{ kind: 'credits', figure }} />
          ))}
        </FlowGroup>
        <FlowGroup title="At the end">
          {left.map(([figure, title]) => (
            <FlowLine key={figure} title={title} text={closing[figure]} target={{ kind: 'closing', figure }} />
          ))}
        </FlowGroup>
      </div>
    </section>
  );
}

function FlowGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flow-group">
      <h2>{title}</h2>
      <dl>{children}</dl>
    </div>
  );
}

interface FlowLineProps {
  readonly title: string;
  readonly text: string;
  readonly swatch?: string;
  readonly warn?: boolean;
  readonly target: WhyTarget;
}

function FlowLine({ title, text, swatch, warn, target }: FlowLineProps) {
  const zero = text === '0';
  return (
    <div className={classes('flow-line', zero && 'flow-line-zero', warn && !zero && 'flow-line-warn')}>
      <dt>
        {swatch && <span className={`chart-swatch chart-swatch-box chart-swatch-${swatch}`} aria-hidden />}
        {title}
      </dt>
      <dd>
        <Figure label={`${title}, credits`} text={formatCredits(text)} target={target} />
      </dd>
    </div>
  );
}

/** The parts of the demand, in proportion: a picture of the four figures below it. */
function DemandBar({ credits }: { readonly credits: StatementView['credits'] }) {
  const parts = served.map(([figure]) => ({ figure, size: Number(credits[figure]) }));
  const sum = parts.reduce((total, { size }) => total + size, 0);
  if (sum <= 0) return null;
  return (
    <div className="demand-bar" aria-hidden>
      {parts
        .filter(({ size }) => size > 0)
        .map(({ figure, size }) => (
          <span key={figure} className={`chart-swatch-${figure}`} style={{ flexGrow: size / sum }} />
        ))}
    </div>
  );
}
