import type { CrossingPoint } from '../../charts/breakEvenSeries.ts';
import { amountAxis } from '../../charts/chartAxes.ts';
import type { ChartData } from '../../charts/chartData.ts';
import type { Money } from '../../charts/fanSeries.ts';

/** The two costs by credits of overage. */
export function breakEvenData(points: readonly CrossingPoint[], { currency, minorDigits }: Money): ChartData {
  return {
    caption: 'What overage costs as Flex, and with the purchase',
    currency,
    columns: [
      { title: 'Overage', kind: 'credits' },
      { title: 'As Flex', kind: 'money' },
      { title: 'With this purchase', kind: 'money' },
    ],
    rows: points.map(({ use, first, second }) => [
      String(Number(use.toFixed(6))),
      first.toFixed(minorDigits),
      second.toFixed(minorDigits),
    ]),
    at: points.map(({ use }) => use),
    axis: amountAxis({ from: 0, until: points.at(-1)?.use ?? 0 }, (use) =>
      Number(use.toPrecision(4)).toLocaleString('en'),
    ),
  };
}
