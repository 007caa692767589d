import { expect, it } from 'vitest';
import type { GridColumn } from '../../../../../renderer/base/grid/gridColumn.ts';
import {
  firstLayout,
  frozenColumns,
  readColumnLayout,
  shownColumns,
} from '../../../../../renderer/workbench/rows/columnLayout.ts';

const column = (id: string, namesRows = false): GridColumn => ({
  id,
  title: id,
  about: id,
  widthPx: 100,
  kind: 'text',
  namesRows,
});
const columns = [column('seq', true), column('at'), column('meter')];

it('the column that names the rows stays at first, then those that were chosen to', () => {
  expect(frozenColumns(firstLayout, columns)).toBe(1);
  expect(frozenColumns(firstLayout, columns.slice(1))).toBe(0);
  expect(frozenColumns({ ...firstLayout, frozenTo: 'at' }, columns)).toBe(2);
  expect(frozenColumns({ ...firstLayout, frozenTo: '' }, columns)).toBe(0);
});

it('none stays where the last of those that stayed is hidden', () => {
  expect(frozenColumns({ ...firstLayout, frozenTo: 'at' }, [columns[0]!, columns[2]!])).toBe(0);
});

it('a layout is read back as it was kept; what is no layout is as at first', () => {
  const kept = { widths: { at: 220 }, hidden: ['meter'], frozenTo: 'at' };
  expect(readColumnLayout(JSON.stringify(kept))).toEqual(kept);
  expect(readColumnLayout('{"widths":{"at":"wide"},"hidden":3,"frozenTo":7}')).toEqual(firstLayout);
  expect(readColumnLayout('{')).toEqual(firstLayout);
});

it('the column by which rows are grouped comes first and names them, even where it was hidden', () => {
  const shown = shownColumns(columns, { hidden: ['meter'] }, 'meter');
  expect(shown.map(({ id }) => id)).toEqual(['meter', 'seq', 'at']);
  expect(shown.map(({ namesRows }) => namesRows)).toEqual([true, false, false]);
  expect(shown[0]!.widthPx).toBe(220);
  expect(shownColumns(columns, { hidden: ['meter'] }, null).map(({ id }) => id)).toEqual(['seq', 'at']);
});
