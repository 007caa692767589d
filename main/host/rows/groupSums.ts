import { plainDecimal } from '../../../shared/base/rows/compareDecimals.ts';
import { DecimalSums } from '../../../shared/base/rows/decimalSums.ts';

/** The exact sums of a column by group; none where figures of a group are of several currencies. */
export class GroupSums {
  private readonly sums = new DecimalSums();
  private readonly currencies: string[] = [];
  private readonly mixed = new Set<number>();

  /** `currency` is empty where none is named. */
  add(group: number, cell: string, currency: string): void {
    if (!plainDecimal.test(cell)) return;
    this.currencies[group] ??= currency;
    if (this.currencies[group] !== currency) this.mixed.add(group);
    this.sums.add(group, cell);
  }

  isMixed(group: number): boolean {
    return this.mixed.has(group);
  }

  /** Plain decimal text; empty where nothing can be added up. */
  sum(group: number): string {
    return this.isMixed(group) ? '' : this.sums.sum(group);
  }
}
