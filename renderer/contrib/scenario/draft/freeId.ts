import type { Node } from 'jsonc-parser';
import { memberText } from './nodeValue.ts';

/** An identity that no item of the list has: `plan`, `plan-2`, `plan-3` …; after `job-7`, `job-8`. */
export function freeId(items: readonly Node[], like: string): string {
  const taken = new Set(items.map((item) => memberText(item, 'id')));
  if (!taken.has(like)) return like;
  const [, stem = like, number = '1'] = /^(.*)-(\d{1,9})$/.exec(like) ?? [];
  for (let next = Number(number) + 1; ; next++) {
    if (!taken.has(`${stem}-${next}`)) return `${stem}-${next}`;
  }
}
