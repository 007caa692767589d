import { nanosPerCredit, wholeCredits } from '../base/credits.ts';
import type { PathCurves } from './pathCurves.ts';
import type { PlanCurve } from './planCurve.ts';

/**
 * What is left of each quantity at the end, over all paths: nothing on a path up to a quantity, then all that is more. Older
 * lots are drawn first, so what is left is of the purchase as far as it goes. @rule R9
 */
export function countUnused(curves: PathCurves, curve: PlanCurve): void {
  const { unusedPaths, unusedWhole, unusedRest } = curve;
  const most = unusedPaths.length - 1;
  for (let path = 0; path < curves.paths; path++) {
    const left = curves.left[path]!;
    const lacking = left < 0 ? wholeCredits(-left) : 0;
    const from = lacking + 1;
    if (from > most) continue;
    unusedPaths[from]! += 1;
    if (left >= 0) continue;
    // left = -lacking - 1 credits, and what the last of them has beyond the need.
    unusedWhole[from]! -= from;
    unusedRest[from]! += left + from * nanosPerCredit;
  }
  for (let quantity = 1; quantity <= most; quantity++) {
    unusedPaths[quantity]! += unusedPaths[quantity - 1]!;
    unusedWhole[quantity]! += unusedWhole[quantity - 1]!;
    unusedRest[quantity]! += unusedRest[quantity - 1]!;
  }
  for (let quantity = 1; quantity <= most; quantity++) unusedWhole[quantity]! += unusedPaths[quantity]! * quantity;
}
