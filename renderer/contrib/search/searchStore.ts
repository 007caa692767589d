import { createStore } from 'zustand/vanilla';
import type { SearchMatch, SearchView } from '../../../shared/rpc/searchViews.ts';
import { chooseOne, nothingChosen } from '../../base/treeChoice.ts';
import type { TreeChoice } from '../../base/treeChoice.ts';

export interface SearchOptions {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly regex: boolean;
}

export interface SearchState {
  readonly text: string;
  readonly options: SearchOptions;
  readonly running: boolean;
  /** Why nothing could be looked for, or null. */
  readonly fault: string | null;
  /** What was found last; null before the first search. */
  readonly view: SearchView | null;
  readonly closed: ReadonlySet<string>;
  readonly choice: TreeChoice;
}

export const emptySearch: SearchState = {
  text: '',
  options: { matchCase: false, wholeWord: false, regex: false },
  running: false,
  fault: null,
  view: null,
  closed: new Set(),
  choice: nothingChosen,
};

export const searchStore = createStore<SearchState>(() => emptySearch);

/** A place by the name of its row. */
export interface FoundAt {
  readonly id: string;
  readonly path: string;
  readonly match: SearchMatch;
}

export function matchId(path: string, { line, column }: SearchMatch): string {
  return `${path}\n${line}:${column}`;
}

/** Every place that is listed, in order. */
export function foundPlaces(view: SearchView | null): readonly FoundAt[] {
  return (view?.files ?? []).flatMap(({ path, matches }) =>
    matches.map((match) => ({ id: matchId(path, match), path, match })),
  );
}

/** Chooses the place after or before the chosen one, round again at the end; null: there is none. */
export function stepPlace(step: 1 | -1): FoundAt | null {
  const { view, choice } = searchStore.getState();
  const places = foundPlaces(view);
  if (places.length === 0) return null;
  const at = places.findIndex(({ id }) => id === choice.focus);
  const inFile = places.findIndex(({ path }) => path === choice.focus);
  const from = at >= 0 ? at + step : inFile >= 0 ? inFile + (step < 0 ? -1 : 0) : step < 0 ? -1 : 0;
  const place = places[(from + places.length) % places.length]!;
  searchStore.setState(({ closed }) => ({
    choice: chooseOne(place.id),
    closed: new Set([...closed].filter((path) => path !== place.path)),
  }));
  return place;
}
