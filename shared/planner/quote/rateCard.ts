import type { Catalog } from '../../catalog/catalog.ts';
import { catalogOf, catalogs } from '../../catalog/catalogs.ts';
import type { Quote } from './quoteSchema.ts';

/** The price list that a quote rests on, and the newest one known where that is another; null where it has its own prices. */
export function rateCard(used: Catalog | null): Quote['rateCard'] {
  return used && { ...editionOf(used), newer: newestAfter(used.id) };
}

/** The newest edition known now, where a quote's price list is an older one. An unknown edition is newer than all that are known. */
export function newestAfter(id: string): NonNullable<Quote['rateCard']>['newer'] {
  const newest = catalogs.at(-1);
  return newest && catalogOf(id) && newest.id !== id ? editionOf(newest) : null;
}

function editionOf({ id, title, dated }: Catalog) {
  return { id, title, dated };
}
