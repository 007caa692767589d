import { memo, useMemo } from 'react';
import type { PlanView, QuantityView } from '../../../shared/rpc/forecastViews.ts';
import { classes } from '../../base/classes.ts';
import { formatCredits, formatMoney, formatPrice } from '../../base/format.ts';
import { BreakEven } from '../../charts/BreakEven.tsx';
import { overageSeries } from '../../charts/breakEvenSeries.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { percentName, shareText } from '../../charts/chartData.ts';
import { ChartTable } from '../../charts/ChartTable.tsx';
import { InTurn } from '../../workbench/live/InTurn.tsx';
import { MonthRanges } from '../../charts/MonthRanges.tsx';
import { breakEvenData } from './breakEvenData.ts';
import { cashData } from './cashData.ts';
import { oddsData } from './oddsData.ts';

interface DetailProps {
  readonly plan: PlanView;
  readonly detail: QuantityView;
}

interface QuantityDetailProps extends DetailProps {
  /** False while the figures of the quantity chosen now are on their way. */
  readonly isCurrent: boolean;
}

/** One quantity in full: what it costs, what it may save or waste, and when it has paid for itself. */
export function QuantityDetail({ plan, detail, isCurrent }: QuantityDetailProps) {
  const charts = useMemo(() => ({ plan, detail }), [plan, detail]);
  return (
    <div className={classes('quantity', !isCurrent && 'quantity-late')} aria-busy={!isCurrent}>
      <Figures plan={plan} detail={detail} />
      <div className="quantity-charts">
        <InTurn value={charts}>{(drawn) => <CashChart {...drawn} />}</InTurn>
        <InTurn value={charts}>{(drawn) => <BreakEvenChart {...drawn} />}</InTurn>
      </div>
    </div>
  );
}

const Figures = memo(function Figures({ plan, detail }: DetailProps) {
  return (
    <div className="quantity-top">
      <Facts plan={plan} detail={detail} />
      <div className="quantity-odds">
        <h3>The odds</h3>
        <div className="table-scroll" tabIndex={0} role="group" aria-label="The odds, scrolls sideways">
          <ChartTable data={oddsData(detail, plan.currency)} />
        </div>
        <p className="planner-note">
          Regret is the money lost against the quantity that would have been best on each path, known only afterwards.
        </p>
      </div>
    </div>
  );
});

const CashChart = memo(function CashChart({ plan: { currency, minorDigits }, detail }: DetailProps) {
  return (
    <ChartFrame
      title="Cash by month"
      summary="What is paid in each month, from P10 to P90 with the median marked."
      legend={[
        { id: 'band', title: 'P10 to P90' },
        { id: 'money', title: 'P50', shape: 'line' },
      ]}
      data={cashData(detail, currency)}
      chart={<MonthRanges months={detail.cash} label="Cash by month" {...{ currency, minorDigits }} />}
    />
  );
});

function Facts({ plan: { currency, minorDigits }, detail }: DetailProps) {
  const { cost, unitPrice, effectivePrice: effective, saving, unusedChance, topUpBy, budgetChance } = detail;
  const money = (text: string) => formatMoney(text, currency);
  const facts: readonly (readonly [string, string, string?])[] = [
    [
      'To pay for it',
      money(cost),
      unitPrice === null ? undefined : `${formatPrice(unitPrice, currency, minorDigits)} a credit`,
    ],
    [
      'For each credit used',
      effective === null ? '–' : formatPrice(effective, currency, minorDigits),
      'on average, with what is left over paid too',
    ],
    ['Expected cost of all', money(detail.mean), `P90 ${money(detail.p90)}`],
    ['Saving against nothing', money(saving), `on average; dearer with a chance of ${shareText(detail.dearerChance)}`],
    ['Chance of some left over', shareText(unusedChance), `${formatCredits(detail.unusedMean, 2)} credits on average`],
    ...(budgetChance === null ? [] : [['Budget held', shareText(budgetChance)] as const]),
    ['Pays for itself', ...breakEvenText(detail, money)],
    [
      'Top up by',
      topUpBy ?? 'not needed',
      topUpBy === null ? 'nine paths in ten do not run out' : 'or one path in ten runs out',
    ],
  ];
  return (
    <dl className="quantity-facts">
      {facts.map(([title, text, note]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {text}
            {note !== undefined && <span className="planner-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function breakEvenText(
  { breakEven, quantity }: QuantityView,
  money: (text: string) => string,
): readonly [string, string?] {
  if (!breakEven) return [quantity === 0 ? '–' : 'never'];
  const { credits, money: amount, date } = breakEven;
  return [date ?? 'on no day', `after ${formatCredits(credits, 2)} credits of overage, ${money(amount)}`];
}

const BreakEvenChart = memo(function BreakEvenChart({ plan, detail }: DetailProps) {
  const { currency, minorDigits } = plan;
  const { breakEven, quantity, cost } = detail;
  const credits = Number(breakEven?.credits ?? 0);
  const flexPrice = credits > 0 ? Number(breakEven?.money) / credits : 0;
  const points =
    flexPrice > 0 ? overageSeries({ quantity, cost: Number(cost), flexPrice, until: Math.ceil(quantity * 1.4) }) : [];
  return (
    <ChartFrame
      title="Break-even"
      summary="What overage costs as Flex, and with this purchase, by the credits of overage."
      legend={[
        { id: 'flex', title: 'As Flex', shape: 'line' },
        { id: 'prepaid', title: 'With this purchase', shape: 'line' },
      ]}
      empty={
        points.length === 0 ? (quantity === 0 ? 'Nothing is bought.' : 'This purchase never pays for itself.') : null
      }
      data={breakEvenData(points, { currency, minorDigits })}
      chart={
        <BreakEven
          points={points}
          titles={{ first: 'As Flex', second: 'With this purchase' }}
          unit="credits"
          {...{ currency, minorDigits }}
        />
      }
      note={
        breakEven &&
        `Each credit of Flex costs ${formatMoney(flexPrice.toFixed(minorDigits), currency)}. ${percentNote(detail)}`
      }
    />
  );
});

function percentNote({ unused }: QuantityView): string {
  const likely = unused.find(({ percent }) => percent === 50);
  return likely ? `${percentName(50)} of what is left over: ${formatCredits(likely.credits, 2)} credits.` : '';
}
