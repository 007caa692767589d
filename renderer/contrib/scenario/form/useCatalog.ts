import type { Draft } from '../draft/draft.ts';
import { shownText } from '../draft/nodeValue.ts';
import { useDraft } from '../draft/useDraft.ts';
import { offeredCatalogs, type OfferedCatalog } from '../offeredCatalogs.ts';

/** The catalog that the scenario names, or null. */
export function useCatalog(): OfferedCatalog | null {
  return catalogOf(useDraft());
}

export function catalogOf(draft: Draft): OfferedCatalog | null {
  const id = shownText(draft.text, draft.at(['catalog']));
  return offeredCatalogs.find((catalog) => catalog.id === id) ?? null;
}
