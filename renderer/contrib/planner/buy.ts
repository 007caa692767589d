import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { withPurchases } from './addPurchase.ts';
import { equalParts } from './equalParts.ts';
import { planRuns } from './planRuns.ts';

/** The quantity that is looked at: the one chosen, else the best. */
export function quantityOf({ max, best }: PlanView, chosen: number | null): number {
  return Math.min(max, chosen ?? best?.quantity ?? 0);
}

/** Buys the quantity that is looked at, once the plan has an answer. False: nothing is to be bought. */
export async function buy(workbench: Workbench, path: string): Promise<boolean> {
  const plan = await answerOf(workbench, path);
  const quantity = plan === null ? 0 : quantityOf(plan, planRuns(workbench).run(path).choice.quantity);
  if (plan === null || quantity === 0) {
    workbench.notifications.show('info', 'There is no purchase to add: the plan buys nothing.');
    return false;
  }
  addPurchase(workbench, path, plan.dates, quantity);
  return true;
}

/** The plan’s answer, as soon as there is one; null where there will be none. */
function answerOf(workbench: Workbench, path: string): Promise<PlanView | null> {
  const runs = planRuns(workbench);
  return new Promise((resolve) => {
    const look = (): boolean => {
      const { answer, failure, cancelled, diagnostics } = runs.run(path);
      const none = failure !== null || cancelled || diagnostics.some(({ severity }) => severity === 'error');
      if (answer === null && !none) return false;
      resolve(answer);
      return true;
    };
    if (look()) return;
    const stop = runs.store.subscribe(() => look() && stop());
  });
}

/** Writes a purchase into the scenario’s timeline, as one step that can be undone. The plan then counts with it. */
function addPurchase(workbench: Workbench, path: string, dates: readonly string[], quantity: number): void {
  const { documents, notifications } = workbench;
  const document = documents.get(path);
  if (!document) return;
  const parts = equalParts(quantity, dates.length);
  const purchases = dates.map((at, index) => ({ at, credits: parts[index]! })).filter(({ credits }) => credits !== '0');
  documents.edit(path, withPurchases(document.text, purchases), `Buy ${quantity} Prepaid Credits`);
  planRuns(workbench).choose(path, { quantity: null });
  notifications.show(
    'info',
    `The purchase of ${quantity.toLocaleString('en')} credits is in the scenario; the plan now counts with it.`,
    [{ title: 'Undo', run: () => documents.undo(path) }],
  );
}
