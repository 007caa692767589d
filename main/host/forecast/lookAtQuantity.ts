import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { BreakEven, QuantityView } from '../../../shared/rpc/forecastViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { WorkerPool } from '../../workers/workerPool.ts';
import type { KeptPlan } from './keptPlans.ts';
import { daysOnThreads, detailOnThread, leastOnThreads } from './planOnThreads.ts';
import { plannedQuantity } from './planView.ts';
import { breakEvenView, quantityView } from './quantityView.ts';
import type { MadePlan } from './runPlan.ts';

/** Days are told from so many paths at most. */
const mostDayPaths = 10_000;

/** Looks at one quantity of a plan in full. What regret is measured against is worked out once. */
export async function lookAtQuantity(
  pool: WorkerPool,
  kept: KeptPlan,
  quantity: number,
): Promise<Result<QuantityView, RpcError>> {
  const { made } = kept;
  const { task } = made;
  if (quantity > task.most) return err({ code: 'beyond-plan', message: `The plan goes up to ${task.most} credits.` });
  const planned = plannedQuantity(made, quantity);
  if (!planned) return err({ code: 'no-prepaid-price', message: `There is no price for ${quantity} credits.` });
  const days = daysOnThreads(pool, daysTask(made), [
    { of: 'break-even', quantity },
    { of: 'top-up', quantity },
  ]);
  kept.least ??= leastOnThreads(pool, task, {});
  const [least, told] = await Promise.all([kept.least, days]);
  if (!least.ok) kept.least = null;
  if (!least.ok) return least;
  if (!told.ok) return told;
  const detail = await detailOnThread(pool, { task, least: least.value }, quantity);
  if (!detail.ok) return detail;
  if (!detail.value) return err({ code: 'no-prepaid-price', message: `There is no price for ${quantity} credits.` });
  const [even, top] = told.value;
  return ok(
    quantityView(made, {
      planned,
      detail: detail.value,
      topUpBy: top?.of === 'top-up' ? top.day : null,
      breakEven: even?.of === 'break-even' ? even.point : null,
    }),
  );
}

/** When a quantity has paid for itself. */
export async function breakEvenOn(
  pool: WorkerPool,
  made: MadePlan,
  quantity: number | null,
): Promise<Result<BreakEven | null, RpcError>> {
  if (quantity === null) return ok(null);
  const told = await daysOnThreads(pool, daysTask(made), [{ of: 'break-even', quantity }]);
  if (!told.ok) return told;
  const [even] = told.value;
  const point = even?.of === 'break-even' ? even.point : null;
  return ok(breakEvenView(point, made.base.expected.program.minorDigits));
}

function daysTask({ task, paths }: MadePlan) {
  return { plan: task.plan, paths, count: Math.min(task.demand.paths, mostDayPaths) };
}
