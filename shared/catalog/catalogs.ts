import type { Catalog } from './catalog.ts';
import { edition2024 } from './editions/edition2024.ts';
import { edition2025Early } from './editions/edition2025Early.ts';
import { edition2025Mid } from './editions/edition2025Mid.ts';
import { edition202609 } from './editions/edition202609.ts';
import { edition202610 } from './editions/edition202610.ts';
import { edition2026Spring } from './editions/edition2026Spring.ts';
import { editionFaq } from './editions/editionFaq.ts';

/** The built-in editions, oldest first. */
export const catalogs: readonly Catalog[] = [
  edition2024,
  edition2025Early,
  edition2025Mid,
  editionFaq,
  edition2026Spring,
  edition202609,
  edition202610,
];

/** The edition of that id, or null. */
export function catalogOf(id: string): Catalog | null {
  return catalogs.find((catalog) => catalog.id === id) ?? null;
}
