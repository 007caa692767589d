import type { Node } from 'jsonc-parser';
import { memberText } from '../draft/nodeValue.ts';

/** An identity that no item of the list has: `plan`, `plan-2`, `plan-3` … */
export function freeId(items: readonly Node[], stem: string): string {
  const taken = new Set(items.map((item) => memberText(item, 'id')));
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (!taken.has(id)) return id;
  }
}
