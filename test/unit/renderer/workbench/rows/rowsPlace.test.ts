import { expect, it } from 'vitest';
import { readRowsPlace } from '../../../../../renderer/workbench/rows/rowsPlace.ts';

const first = { wish: { sort: [], filters: [] }, cursor: { row: 0, column: 0 }, top: 0, left: 0 };

it('the place of a grid is read back as it was kept', () => {
  const place = {
    wish: { sort: [{ column: 'at', descending: true }], filters: [{ column: 'kind', text: '=use' }] },
    cursor: { row: 70, column: 3 },
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
    { cursor: 3, top: -1, left: 'far', wish: { sort: 'up', filters: [{}] } },
  ]) {
    expect(readRowsPlace(value)).toEqual(first);
  }
  const half = {
    cursor: { row: 3.5, column: NaN },
    wish: { sort: [{ column: 'at' }], filters: [{ column: 'at', text: '' }] },
  };
  expect(readRowsPlace(half)).toEqual({ ...first, cursor: { row: 3, column: 0 } });
});
