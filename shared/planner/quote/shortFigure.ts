import { formatDecimal, formatScaled } from '../../base/decimal.ts';
import { ratio, roundHalfAway, type Ratio } from '../../base/ratio.ts';

/** An exact figure as decimal text; one with more decimals than `places` is rounded to them and says so: `≈ 62.333333`. */
export function shortFigure(value: Ratio, places: number): string {
  const exact = formatDecimal(value);
  if (exact !== null && (exact.split('.')[1] ?? '').length <= places) return exact;
  const units = roundHalfAway(ratio(value.num * 10n ** BigInt(places), value.den));
  return `≈ ${formatScaled(units, places)}`;
}
