import type { PlanCurve } from './planCurve.ts';

/** What a plan is to do best. Money in minor units, `chance` in (0, 1]. */
export type PlanAim =
  | { readonly kind: 'mean' }
  | { readonly kind: 'high' }
  | { readonly kind: 'budget'; readonly amount: number; readonly chance: number };

/**
 * The quantity that serves the aim best: the least mean, the least high percentile, or the least mean of those that hold the
 * budget at least as often as asked. Of equals the smaller, so 0 says to buy nothing. Null: none holds the budget.
 */
export function bestQuantity(curve: PlanCurve, aim: PlanAim): number | null {
  const figure = aim.kind === 'high' ? curve.high : curve.mean;
  const least = aim.kind === 'budget' ? pathsFor(aim.chance, curve.paths) : 0;
  let best: number | null = null;
  for (let quantity = 0; quantity < figure.length; quantity++) {
    if (Number.isNaN(figure[quantity]!) || (curve.withinBudget?.[quantity] ?? 0) < least) continue;
    if (best === null || figure[quantity]! < figure[best]!) best = quantity;
  }
  return best;
}

/** The paths that a chance asks for: at least so many. A chance has at most nine decimals. */
function pathsFor(chance: number, paths: number): number {
  return Math.ceil((Math.round(chance * 1e9) * paths) / 1e9);
}
