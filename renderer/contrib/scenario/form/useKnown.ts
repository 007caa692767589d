import { createContext, useContext, useMemo } from 'react';
import { assert } from '../../../../shared/base/assert.ts';
import type { Draft } from '../draft/draft.ts';
import { itemsOf, memberText } from '../draft/nodeValue.ts';
import type { Choice } from './fields/ChoiceControl.tsx';
import { catalogOf } from './useCatalog.ts';

interface Known {
  readonly plans: readonly Choice[];
  readonly meters: readonly Choice[];
  /** Unit of a meter; empty where it is not known. */
  unitOf(meter: string): string;
}

interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly unit?: string | null;
}

export const KnownContext = createContext<Known | null>(null);

/** The plans and meters that the scenario can name: its own, and its catalog's. */
export function useKnown(): Known {
  const known = useContext(KnownContext);
  assert(known !== null, 'choices live inside a scenario form');
  return known;
}

/** Reads them from a draft; the same object as before unless one is named otherwise, since many fields offer them. */
export function useReadKnown(draft: Draft): Known {
  const catalog = catalogOf(draft);
  const own = JSON.stringify([named(draft, 'plans'), named(draft, 'meters')]);
  return useMemo(() => {
    const [plans, meters] = JSON.parse(own) as [Named[], Named[]];
    return knownOf([...plans, ...(catalog?.plans ?? [])], [...meters, ...(catalog?.meters ?? [])]);
  }, [own, catalog]);
}

function named(draft: Draft, list: string): Named[] {
  return itemsOf(draft.at([list])).flatMap((node) => {
    const id = memberText(node, 'id');
    return id ? [{ id, name: memberText(node, 'name'), unit: memberText(node, 'unit') }] : [];
  });
}

function knownOf(plans: readonly Named[], meters: readonly Named[]): Known {
  return {
    plans: choices(plans),
    meters: choices(meters),
    unitOf: (meter) => meters.find(({ id, unit }) => id === meter && unit)?.unit ?? '',
  };
}

function choices(things: readonly Named[]): Choice[] {
  const titles = new Map<string, string>();
  for (const { id, name } of things) {
    if (!titles.get(id)) titles.set(id, name ?? '');
  }
  return [...titles].map(([id, name]) => ({ value: id, title: name && name !== id ? `${name} (${id})` : id }));
}
