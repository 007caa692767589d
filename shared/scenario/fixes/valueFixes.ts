import type { PathSteps } from '../../base/jsonPath.ts';
import type { Faulty, Fix } from './faulty.ts';

const mostChoices = 6;

/** A word that is none of those that may stand here. */
export function unknownValue(faulty: Faulty): readonly Fix[] {
  const { diagnostic, steps } = faulty;
  const choices = choicesOf(diagnostic.expected ?? '');
  const first = choices.filter((choice) => choice === diagnostic.suggestion);
  return [...first, ...choices.filter((choice) => !first.includes(choice))]
    .slice(0, mostChoices)
    .map((choice) => ({ title: `Change to ${String(choice)}`, edits: faulty.set(steps, choice) }));
}

/** `"paid" or "free"` as values. */
function choicesOf(expected: string): readonly unknown[] {
  return expected.split(' or ').flatMap((choice) => {
    try {
      return [JSON.parse(choice) as unknown];
    } catch {
      return [];
    }
  });
}

/** An id that stands twice gets the next free one; or the second thing of that id goes. */
export function duplicateId(faulty: Faulty): readonly Fix[] {
  const { steps } = faulty;
  const id = faulty.valueAt(steps);
  if (steps.at(-1) !== 'id' || typeof id !== 'string') return [];
  const item = steps.slice(0, -1);
  const free = freeId(faulty, item.slice(0, -1), id);
  return [
    { title: `Change the id to ${free}`, edits: faulty.set(steps, free) },
    { title: `Remove the second ${id}`, edits: faulty.remove(item) },
  ];
}

function freeId(faulty: Faulty, list: PathSteps, id: string): string {
  const items = faulty.valueAt(list);
  const taken = new Set((Array.isArray(items) ? items : []).map((item) => (item as { id?: unknown } | null)?.id));
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

/** What a free plan does not cost. */
export function freePlanPrice(faulty: Faulty): readonly Fix[] {
  return [{ title: 'Change to 0', edits: faulty.set(faulty.steps, 0) }];
}

/** A switch of Flex that says nothing. */
export function emptySetting(faulty: Faulty): readonly Fix[] {
  const enable = (enabled: boolean): readonly Fix['edits'][number][] =>
    faulty.set([...faulty.steps, 'enabled'], enabled);
  return [
    { title: 'Switch Flex on', edits: enable(true) },
    { title: 'Switch Flex off', edits: enable(false) },
    { title: 'Remove this entry', edits: faulty.remove(faulty.steps) },
  ];
}
