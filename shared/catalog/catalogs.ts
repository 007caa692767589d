import type { Catalog } from './catalog.ts';
import { edition2024 } from './editions/2024-docs.ts';
import { edition2025Early } from './editions/2025-early.ts';
import { edition2025Mid } from './editions/2025-mid.ts';
import { edition202609 } from './editions/2026-09.ts';
import { edition202610 } from './editions/2026-10.ts';
import { edition2026Spring } from './editions/2026-spring.ts';
import { editionFaq } from './editions/faq.ts';

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
