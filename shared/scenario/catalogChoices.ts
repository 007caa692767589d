import type { Catalog } from '../catalog/catalog.ts';
import { catalogs } from '../catalog/catalogs.ts';

/** The built-in editions that a scenario can name, oldest first, for an editor to offer. */
export function catalogChoices(): readonly Catalog[] {
  return catalogs;
}
