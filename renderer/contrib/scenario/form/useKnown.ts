import { itemsOf, memberText } from '../draft/nodeValue.ts';
import type { Draft } from '../draft/draft.ts';
import { useDraft } from '../draft/useDraft.ts';
import type { Choice } from './fields/ChoiceControl.tsx';
import type { OfferedCatalog } from '../offeredCatalogs.ts';
import { useCatalog } from './useCatalog.ts';

interface Known {
  readonly plans: readonly Choice[];
  readonly meters: readonly Choice[];
  /** Unit of a meter; empty where it is not known. */
  unitOf(meter: string): string;
}

/** The plans and meters that the scenario can name: its own, and its catalog's. */
export function useKnown(): Known {
  const draft = useDraft();
  const catalog = useCatalog();
  const known = knownOf.get(draft) ?? readKnown(draft, catalog);
  knownOf.set(draft, known);
  return known;
}

/** Many fields offer the same choices. */
const knownOf = new WeakMap<Draft, Known>();

function readKnown(draft: Draft, catalog: OfferedCatalog | null): Known {
  const own = (list: string) =>
    itemsOf(draft.at([list])).flatMap((node) => {
      const id = memberText(node, 'id');
      return id ? [{ id, name: memberText(node, 'name'), unit: memberText(node, 'unit') }] : [];
    });
  const meters = [...own('meters'), ...(catalog?.meters ?? [])];
  return {
    plans: choices([...own('plans'), ...(catalog?.plans ?? [])]),
    meters: choices(meters),
    unitOf: (meter) => meters.find(({ id, unit }) => id === meter && unit)?.unit ?? '',
  };
}

function choices(things: readonly { readonly id: string; readonly name: string | null }[]): Choice[] {
  const titles = new Map<string, string>();
  for (const { id, name } of things) {
    if (!titles.get(id)) titles.set(id, name ?? '');
  }
  return [...titles].map(([id, name]) => ({ value: id, title: name && name !== id ? `${name} (${id})` : id }));
}
