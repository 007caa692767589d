import type { OpenOptions } from '../../platform/editor.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { foundPlaces, searchStore } from './searchStore.ts';

/** Shows a place that was found, as text. */
export function openPlace({ editors }: Workbench, id: string, options: OpenOptions): void {
  const found = foundPlaces(searchStore.getState().view).find((place) => place.id === id);
  if (!found) return;
  const { line, column, offset, length } = found.match;
  editors.open(`text:${found.path}`, { ...options, reveal: { place: { line, column, offset, length } } });
}
