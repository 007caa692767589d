import { formatScaled } from '../../../shared/base/decimal.ts';
import type { ControlTotals } from '../../../shared/audit/controlTotals.ts';
import type { UsageFileRows } from '../../../shared/scenario/usageFileRows.ts';
import { ExactSum } from '../../../shared/audit/exactSum.ts';
import { noSpan, spanOf, spanText } from './spanOf.ts';

/** Rows of a usage record, all of them or some. */
export type CountedUsage = Pick<UsageFileRows, 'count' | 'at' | 'meter' | 'mantissa' | 'scale'>;

/** More than any number of decimals that a quantity can have. */
const scales = 32;

/** Counts and adds up the rows of a usage record as they come, by meter; `credits` where they state them. */
export class UsageCount {
  private meterIds: readonly string[] = [];
  /** By meter, usage in credits first. */
  private readonly rows: number[] = [];
  /** By meter and number of decimals. */
  private readonly sums = new Map<number, ExactSum>();
  private span = noSpan;

  /** `meterIds` are the meters seen so far. */
  take({ count, at, meter, mantissa, scale }: CountedUsage, meterIds: readonly string[]): void {
    this.meterIds = meterIds;
    while (this.rows.length <= meterIds.length) this.rows.push(0);
    this.span = spanOf(at, count, this.span);
    const { rows } = this;
    let known = -1;
    let sum = new ExactSum();
    for (let row = 0; row < count; row++) {
      const index = meter[row]! + 1;
      rows[index]! += 1;
      const key = index * scales + scale[row]!;
      if (key !== known) sum = this.sumAt(key);
      known = key;
      sum.add(mantissa[row]!);
    }
  }

  totals(): ControlTotals {
    const { rows, span, meterIds } = this;
    const sums = rows.flatMap((ofMeter, index) => {
      const title = index === 0 ? 'credits' : meterIds[index - 1]!;
      return ofMeter === 0 ? [] : [{ title, rows: ofMeter, value: formatScaled(this.sumOf(index), scales - 1) }];
    });
    return { rows: rows.reduce((sum, ofMeter) => sum + ofMeter, 0), ...spanText(span), sums };
  }

  private sumAt(key: number): ExactSum {
    let sum = this.sums.get(key);
    if (!sum) this.sums.set(key, (sum = new ExactSum()));
    return sum;
  }

  private sumOf(index: number): bigint {
    let sum = 0n;
    for (let scale = 0; scale < scales; scale++) {
      sum += (this.sums.get(index * scales + scale)?.total() ?? 0n) * 10n ** BigInt(scales - 1 - scale);
    }
    return sum;
  }
}
