import { expect, it } from 'vitest';
import { readRowsPlace } from '../../../../../renderer/workbench/rows/rowsPlace.ts';

const origin = { row: 0, column: 0 };
const first = {
  wish: { sort: [], filters: [], group: null },
  folds: { folded: true, except: [] },
  cursor: origin,
  anchor: origin,
  ranges: [],
  top: 0,
  left: 0,
};

it('the place of a grid is read back as it was kept', () => {
  const place = {
    wish: { sort: [{ column: 'at', descending: true }], filters: [{ column: 'kind', text: '=use' }], group: 'cause' },
    folds: { folded: false, except: ['usage', ''] },
    cursor: { row: 70, column: 3 },
    anchor: { row: 60, column: 1 },
    ranges: [
      { top: 3, bottom: 3, left: 0, right: 5 },
      { top: 60, bottom: 70, left: 1, right: 3 },
    ],
    top: 60,
    left: 120,
  };
  expect(readRowsPlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
});

it('whatever has not its form is as at first', () => {
  for (const value of [
    undefined,
    null,
    7,
    [],
    { cursor: 3, top: -1, left: 'far', wish: { sort: 'up', filters: [{}], group: 7 }, folds: 'all' },
    { ranges: [{ top: 3, bottom: 1, left: 0, right: 0 }, 'all'], folds: { folded: 'yes' } },
  ]) {
    expect(readRowsPlace(value)).toEqual(first);
  }
  const half = {
    cursor: { row: 3.5, column: NaN },
    wish: { sort: [{ column: 'at' }], filters: [{ column: 'at', text: '' }] },
  };
  expect(readRowsPlace(half)).toEqual({ ...first, cursor: { row: 3, column: 0 }, anchor: { row: 3, column: 0 } });
});
