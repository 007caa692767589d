import type { Workbench } from '../../../platform/workbench.ts';
import { whyStore } from './whyStore.ts';
import { whyText } from './whyTree.ts';

/** Copies the reason that is shown, as text. */
export async function copyWhy({ notifications }: Workbench): Promise<void> {
  const { root } = whyStore.getState();
  if (!root) return notifications.announce('No reason is shown');
  await navigator.clipboard.writeText(whyText(root));
  notifications.announce('The reason was copied as text.');
}
