import { actParts } from './acts.ts';
import type { ActPart } from './acts.ts';

const scope = '[data-scope]';

/** The scopes around an element, from the inside out. */
export function scopesOf(element: Element | null): readonly Element[] {
  const inner = element?.closest(scope) ?? null;
  return inner === null ? [] : [inner, ...scopesOf(inner.parentElement)];
}

/** The parts that belong to a scope itself, and not to one inside it. */
export function partsIn(within: Element): readonly ActPart[] {
  return actParts().filter((part) => belongs(part, within));
}

/** A row that shows its details elsewhere in the editor (`data-acts-in`) has the acts that stand there (`data-acts-of`). */
function belongs({ element }: ActPart, within: Element): boolean {
  const own = element.closest<HTMLElement>(scope);
  if (own === within) return true;
  const shared = within instanceof HTMLElement ? within.dataset['actsIn'] : undefined;
  return shared !== undefined && own?.dataset['actsOf'] === shared && scopesOf(own).at(-1) === scopesOf(within).at(-1);
}

/**
 * The parts that a command is for: the one that was pressed; else those of the innermost scope around the focus that knows the
 * command; else all in the same editor or view; else in the editor in front; else any in the page.
 */
export function findActs(id: string, from: Element | null): readonly ActPart[] {
  const offering = actParts().filter(({ acts }) => id in acts());
  const pressed = offering.find(({ element }) => element === from);
  if (pressed) return [pressed];
  const scopes = scopesOf(from);
  for (const each of scopes) {
    const own = offering.filter((part) => belongs(part, each));
    if (own.length > 0) return own.filter((part) => can(part, id));
  }
  const possible = offering.filter((part) => can(part, id)).toSorted((a, b) => inPageOrder(a.element, b.element));
  const front = document.querySelector('[data-group][data-active=true]');
  for (const area of [scopes.at(-1), front]) {
    const inside = possible.filter(({ element }) => area?.contains(element));
    if (inside.length > 0) return inside;
  }
  return possible;
}

/** What a part is called, to choose among several. */
export function nameOf({ element }: ActPart): string {
  const labelled = element.getAttribute('aria-labelledby');
  const label = labelled === null ? element.getAttribute('aria-label') : document.getElementById(labelled)?.textContent;
  return (label ?? element.textContent ?? '').trim();
}

function can(part: ActPart, id: string): boolean {
  return Boolean(part.acts()[id]);
}

function inPageOrder(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
