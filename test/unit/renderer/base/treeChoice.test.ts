import { describe, expect, it } from 'vitest';
import {
  chooseAll,
  chooseAmong,
  chooseOne,
  chooseRange,
  nothingChosen,
  toggleOne,
} from '../../../../renderer/base/treeChoice.ts';

const rows = ['a', 'b', 'c', 'd', 'e'];
const chosen = (choice: { readonly chosen: ReadonlySet<string> }) => [...choice.chosen];

describe('the rows of a tree', () => {
  it('are chosen one at a time', () => {
    expect(chosen(chooseOne('b'))).toEqual(['b']);
  });

  it('are added and taken away, in the order in which they were chosen', () => {
    const two = toggleOne(chooseOne('d'), 'b');
    expect(chosen(two)).toEqual(['d', 'b']);
    expect(chosen(toggleOne(two, 'd'))).toEqual(['b']);
  });

  it('are chosen from the first one to where the range ends now, up or down', () => {
    const down = chooseRange(chooseOne('b'), 'd', rows);
    expect(chosen(down)).toEqual(['b', 'c', 'd']);
    expect(chosen(chooseRange(down, 'c', rows))).toEqual(['b', 'c']);
    expect(chosen(chooseRange(down, 'a', rows))).toEqual(['b', 'a']);
  });

  it('begin a range anew where its beginning is no longer to be seen', () => {
    expect(chosen(chooseRange(chooseOne('gone'), 'c', rows))).toEqual(['c']);
    expect(chosen(chooseRange(nothingChosen, 'c', rows))).toEqual(['c']);
  });

  it('are all chosen, with the focus where it was', () => {
    const all = chooseAll(chooseOne('c'), rows);
    expect(chosen(all)).toEqual(rows);
    expect(all.focus).toBe('c');
  });

  it('are no longer chosen when they are gone', () => {
    const left = chooseAmong(chooseRange(chooseOne('b'), 'd', rows), (id) => id !== 'd');
    expect(chosen(left)).toEqual(['b', 'c']);
    expect(left.focus).toBeNull();
  });
});
