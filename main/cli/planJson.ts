import { formatMoney } from '../../shared/base/money.ts';
import type { PlanView, QuantityView } from '../../shared/rpc/forecastViews.ts';

const quantitiesInPiece = 10_000;

/** A plan as `--json` prints it, in pieces: a curve may be long. One quantity a line. */
export function* planJson(plan: PlanView, chosen: QuantityView | null): Generator<string> {
  const { curve, minorDigits, planId: _, ...rest } = plan;
  yield `${JSON.stringify({ ...rest, chosen }, null, 2).slice(0, -2)},\n  "curve": [`;
  const { length } = curve.mean;
  const money = (minor: number | null | undefined): string | null => {
    return minor === null || minor === undefined ? null : formatMoney(BigInt(minor), minorDigits);
  };
  for (let from = 0; from < length; from += quantitiesInPiece) {
    const lines: string[] = [];
    for (let quantity = from; quantity < Math.min(length, from + quantitiesInPiece); quantity++) {
      const point = {
        quantity,
        mean: money(curve.mean[quantity]),
        p90: money(curve.p90[quantity]),
        ...(curve.budgetChance ? { budgetChance: curve.budgetChance[quantity] } : {}),
      };
      lines.push(`${quantity === 0 ? '' : ','}\n    ${JSON.stringify(point)}`);
    }
    yield lines.join('');
  }
  yield '\n  ]\n}\n';
}
