import type { OpenOptions } from '../../platform/editor.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { foundPlaces, searchStore } from './searchStore.ts';
import type { FoundAt } from './searchStore.ts';

/** Shows a place that was found, as text; the name of a file opens that. */
export function openPlace({ editors }: Workbench, id: string, options: OpenOptions): void {
  const found = foundAt(id);
  if (!found) return editors.openFile(id, options);
  const { line, column, offset, length } = found.match;
  editors.open(`text:${found.path}`, { ...options, reveal: { place: { line, column, offset, length } } });
}

/** A place that was found, in a line of text. */
export function placeText(id: string): string {
  const found = foundAt(id);
  return found ? `${found.path}:${found.match.line}: ${found.match.before}${found.match.text}${found.match.after}` : id;
}

function foundAt(id: string): FoundAt | undefined {
  return foundPlaces(searchStore.getState().view).find((place) => place.id === id);
}
