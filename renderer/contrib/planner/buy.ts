import type { Workbench } from '../../platform/workbench.ts';
import { withPurchases } from './addPurchase.ts';
import { equalParts } from './equalParts.ts';
import { planRuns } from './planRuns.ts';

/** Writes a purchase into the scenario’s timeline, as one step that can be undone. The plan then counts with it. */
export function addPurchase(workbench: Workbench, path: string, dates: readonly string[], quantity: number): void {
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
