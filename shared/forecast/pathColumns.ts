/** Why a path has no price: an `adjust` met too few credits, or an amount is beyond what is exact. 0 where it has one. @rule R26 */
export const pathFault = { none: 0, belowZero: 1, beyondRange: 2 } as const;

/**
 * What pricing gives of each path, as columns: row-major by path where they are by month. Money in minor units, credits in
 * nanocredits, all of them whole and exact. Months are the local calendar months of the horizon; what is invoiced at its very
 * end stands in its last month. @rule R25
 */
export interface PathColumns {
  readonly paths: number;
  readonly months: number;
  /** The horizon's bill, by path. */
  readonly total: Float64Array;
  /** What is invoiced in the month: paths × months. */
  readonly monthAmount: Float64Array;
  /** Flex and blocked credits of the month's usage: paths × months. */
  readonly monthFlex: Float64Array;
  readonly monthBlocked: Float64Array;
  /** First local day (midnight, as if UTC) on which the pool went to 0 while it was being drawn; NaN: never. */
  readonly includedOut: Float64Array;
  readonly prepaidOut: Float64Array;
  /** By path, one of `pathFault`. The other columns of a path with a fault mean nothing. */
  readonly fault: Uint8Array;
}

/** Empty columns for some paths. */
export function pathColumns(paths: number, months: number): PathColumns {
  const cells = paths * months;
  return {
    paths,
    months,
    total: new Float64Array(paths),
    monthAmount: new Float64Array(cells),
    monthFlex: new Float64Array(cells),
    monthBlocked: new Float64Array(cells),
    includedOut: new Float64Array(paths).fill(NaN),
    prepaidOut: new Float64Array(paths).fill(NaN),
    fault: new Uint8Array(paths),
  };
}
