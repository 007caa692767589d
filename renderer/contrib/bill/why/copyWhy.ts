import type { Workbench } from '../../../platform/workbench.ts';
import { asSeen } from '../../../workbench/presentation/asSeen.ts';
import { whyStore } from './whyStore.ts';
import { whyText } from './whyTree.ts';

/** Copies the reason that is shown, as text. */
export async function copyWhy(workbench: Workbench): Promise<void> {
  const { notifications } = workbench;
  const { root } = whyStore.getState();
  if (!root) return notifications.announce('No reason is shown');
  const shown = await asSeen(workbench);
  await navigator.clipboard.writeText(shown(whyText(root)));
  notifications.announce('The reason was copied as text.');
}
