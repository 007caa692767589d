import { formatScaled } from '../decimal.ts';
import { plainDecimal } from './compareDecimals.ts';

const places = 9;
const scale = 1e9;
/** Below it a figure in billionths is a whole number that one rounding finds, and a sum with one more of them stays exact. */
const most = 2 ** 50;

interface LongSum {
  readonly units: bigint;
  readonly places: number;
}

/**
 * Exact sums of plain decimal texts, one for each of many groups that count from 0. Cells that are no figures add nothing.
 * Figures of up to nine decimals, as credits have them, are added as safe integers; every other as a `bigint`.
 */
export class DecimalSums {
  private short = new Float64Array(16);
  /** Groups that have a figure. */
  private readonly seen: boolean[] = [];
  private readonly long = new Map<number, LongSum>();

  add(group: number, cell: string): void {
    if (!plainDecimal.test(cell)) return;
    this.seen[group] = true;
    const units = Math.round(Number(cell) * scale);
    if (Math.abs(units) < most && decimalsOf(cell) <= places) this.addShort(group, units);
    else this.addLong(group, exact(cell));
  }

  /** The sum of a group as plain decimal text, without trailing zeros; empty where it has no figure. */
  sum(group: number): string {
    if (!this.seen[group]) return '';
    const short = { units: BigInt(this.short[group] ?? 0), places };
    const long = this.long.get(group);
    const { units, places: all } = long ? added(short, long) : short;
    return formatScaled(units, all);
  }

  private addShort(group: number, units: number): void {
    if (group >= this.short.length) this.grow(group);
    const sum = this.short[group]! + units;
    const isExact = Math.abs(sum) < most;
    this.short[group] = isExact ? sum : 0;
    if (!isExact) this.addLong(group, { units: BigInt(sum), places });
  }

  private addLong(group: number, figure: LongSum): void {
    const before = this.long.get(group);
    this.long.set(group, before ? added(before, figure) : figure);
  }

  private grow(group: number): void {
    const wider = new Float64Array(Math.max(group + 1, 2 * this.short.length));
    wider.set(this.short);
    this.short = wider;
  }
}

function decimalsOf(cell: string): number {
  const dot = cell.indexOf('.');
  return dot < 0 ? 0 : cell.length - dot - 1;
}

function exact(cell: string): LongSum {
  return { units: BigInt(cell.replace('.', '')), places: decimalsOf(cell) };
}

function added(one: LongSum, other: LongSum): LongSum {
  const all = Math.max(one.places, other.places);
  return { units: widened(one, all) + widened(other, all), places: all };
}

function widened({ units, places: from }: LongSum, to: number): bigint {
  return units * 10n ** BigInt(to - from);
}
