import type { BillView, StatementView } from '../../../shared/rpc/views.ts';
import { classes } from '../../base/classes.ts';
import { formatCredits, formatMoney } from '../../base/format.ts';
import { Figure } from './Figure.tsx';
import { pricePerCredit } from './pricePerCredit.ts';

type CreditFigure = keyof StatementView['credits'];

interface HeadlineProps {
  readonly bill: BillView;
}

/** The bill in a glance: money with the credits it paid for, then where every credit went. */
export function Headline({ bill }: HeadlineProps) {
  const { money, credits } = bill.statement;
  const price = pricePerCredit(money.total, [credits.included, credits.prepaid, credits.flex]);
  return (
    <div className="headline">
      <div className="headline-total">
        <span className="headline-label">Total</span>
        <Figure
          className="figure-total"
          label="Total"
          text={formatMoney(money.total, bill.currency)}
          target={{ kind: 'money', figure: 'total' }}
        />
        <span className="headline-note">
          {price === null ? 'no credits used' : `${formatMoney(price, bill.currency)} for each credit used`}
        </span>
      </div>
      <MoneyPart bill={bill} figure="subscription" title="Subscription" credits="granted" verb="granted" />
      <MoneyPart bill={bill} figure="prepaid" title="Prepaid" credits="purchased" verb="bought" />
      <MoneyPart bill={bill} figure="flex" title="Flex" credits="billedFlex" verb="billed" />
    </div>
  );
}

interface MoneyPartProps extends HeadlineProps {
  readonly figure: 'subscription' | 'prepaid' | 'flex';
  readonly title: string;
  readonly credits: CreditFigure;
  readonly verb: string;
}

function MoneyPart({ bill, figure, title, credits, verb }: MoneyPartProps) {
  const text = formatMoney(bill.statement.money[figure], bill.currency);
  return (
    <div className={`headline-part headline-${figure}`}>
      <span className="headline-label">{title}</span>
      <Figure
        className={classes('figure-money', text.length > 14 && 'figure-long')}
        label={title}
        text={text}
        target={{ kind: 'money', figure }}
      />
      <span className="headline-note">
        <Figure
          label={`Credits ${verb}`}
          text={formatCredits(bill.statement.credits[credits])}
          unit={`credits ${verb}`}
          target={{ kind: 'credits', figure: credits }}
        />
      </span>
    </div>
  );
}
