import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchMatch, SearchView } from '../../../../../shared/rpc/searchViews.ts';
import { foundText } from '../../../../../renderer/contrib/search/foundText.ts';
import { emptySearch, matchId, searchStore, stepPlace } from '../../../../../renderer/contrib/search/searchStore.ts';

const match = (line: number): SearchMatch => ({
  line,
  column: 1,
  offset: 0,
  length: 1,
  before: '',
  text: 'x',
  after: '',
});
const view: SearchView = {
  files: [
    { path: 'a.csv', matches: [match(1), match(2)], more: 0 },
    { path: 'b.csv', matches: [match(1)], more: 4 },
  ],
  searched: 3,
  leftAside: [],
  ended: null,
};

describe('what a search found', () => {
  beforeEach(() => searchStore.setState({ ...emptySearch, view }));

  it('is walked over from file to file and round again', () => {
    const walked = [1, 1, 1, 1].map((step) => stepPlace(step as 1)!.id);
    expect(walked).toEqual([
      matchId('a.csv', match(1)),
      matchId('a.csv', match(2)),
      matchId('b.csv', match(1)),
      matchId('a.csv', match(1)),
    ]);
    expect(stepPlace(-1)!.path).toBe('b.csv');
  });

  it('opens the file that a place lies in', () => {
    searchStore.setState({ closed: new Set(['a.csv', 'b.csv']) });
    stepPlace(1);
    expect([...searchStore.getState().closed]).toEqual(['b.csv']);
  });

  it('is nothing to walk over where nothing was found', () => {
    searchStore.setState({ view: { ...view, files: [] } });
    expect(stepPlace(1)).toBeNull();
  });

  it('is said in words, with what is not listed and why it ended', () => {
    expect(foundText(view)).toBe('7 results in 2 files. The first 3 are listed.');
    expect(foundText({ ...view, files: [], searched: 1 })).toBe('Nothing found in 1 file.');
    expect(foundText({ ...view, ended: 'enough' })).toContain('There may be more');
    expect(foundText({ ...view, files: [], ended: 'time' })).toContain('was stopped after 3 files');
  });
});
