import { catalogOf } from '../../catalog/catalogs.ts';
import type { Faulty, Fix } from './faulty.ts';

const mostChoices = 6;

/** A plan that is named and is none: one that is, or a new one of that name. */
export function unknownPlan(faulty: Faulty): readonly Fix[] {
  const figures = { kind: 'paid', cycle: 'monthly', fee: 0, includedCredits: 0, flexPrice: 0 };
  return unknownThing(faulty, { list: 'plans', what: 'plan', make: (id) => ({ id, ...figures }) });
}

/** A meter that is named and is none: one that is, or a new one of that name. */
export function unknownMeter(faulty: Faulty): readonly Fix[] {
  const start = faulty.valueAt(['horizon', 'start']);
  const from = typeof start === 'string' ? start : '2020-01-01';
  const make = (id: string) => ({ id, unit: 'unit', runs: 'hosted', rates: [{ from, credits: 1 }] });
  return unknownThing(faulty, { list: 'meters', what: 'meter', make });
}

interface Kind {
  readonly list: 'plans' | 'meters';
  readonly what: string;
  make(id: string): unknown;
}

function unknownThing(faulty: Faulty, { list, what, make }: Kind): readonly Fix[] {
  const { steps, diagnostic } = faulty;
  const id = faulty.valueAt(steps);
  const known = knownIds(faulty, list);
  const first = known.filter((each) => each === diagnostic.suggestion);
  const choices = [...first, ...known.filter((each) => !first.includes(each))].slice(0, mostChoices);
  const changes = choices.map((each) => ({ title: `Change to ${each}`, edits: faulty.set(steps, each) }));
  if (typeof id !== 'string' || id === '') return changes;
  const title = `Add a ${what} ${id}, its figures to be filled in`;
  return [...changes, { title, edits: faulty.append([list], make(id)) }];
}

/** The ids of the document's own, then of its catalog. */
function knownIds(faulty: Faulty, list: 'plans' | 'meters'): readonly string[] {
  const own = faulty.valueAt([list]);
  const written = (Array.isArray(own) ? own : []).map((item) => (item as { id?: unknown } | null)?.id);
  const catalog = faulty.valueAt(['catalog']);
  const published = typeof catalog === 'string' ? (catalogOf(catalog)?.[list] ?? []) : [];
  const ids = [...written, ...published.map(({ id }) => id)];
  return [...new Set(ids)].filter((id): id is string => typeof id === 'string');
}
