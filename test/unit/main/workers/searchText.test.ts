import { describe, expect, it } from 'vitest';
import { expressionOf, searchText, type SearchPattern } from '../../../../main/workers/searchText.ts';

const plain: SearchPattern = { text: '', matchCase: false, wholeWord: false, regex: false };

function find(text: string, pattern: Partial<SearchPattern>, most = 100) {
  const expression = expressionOf({ ...plain, ...pattern });
  if (!expression.ok) throw new Error(expression.error);
  return searchText(text, expression.value, most);
}
const places = (text: string, pattern: Partial<SearchPattern>) =>
  find(text, pattern).matches.map(({ line, column }) => [line, column]);

describe('a search in a text', () => {
  it('finds each place with line, column and offset, whatever the line ends', () => {
    const { matches } = find('a credit\r\n  two credits\n', { text: 'credit' });
    expect(matches).toEqual([
      { line: 1, column: 3, offset: 2, length: 6, before: 'a ', text: 'credit', after: '' },
      { line: 2, column: 7, offset: 16, length: 6, before: 'two ', text: 'credit', after: 's' },
    ]);
  });

  it('tells capitals, whole words and their combination apart', () => {
    const text = 'Plan plan planner Übplan';
    expect(places(text, { text: 'plan' })).toHaveLength(4);
    expect(places(text, { text: 'plan', matchCase: true })).toEqual([
      [1, 6],
      [1, 11],
      [1, 21],
    ]);
    expect(places(text, { text: 'plan', wholeWord: true })).toEqual([
      [1, 1],
      [1, 6],
    ]);
  });

  it('takes signs of expressions as they are, unless it is one', () => {
    expect(places('a.b axb', { text: 'a.b' })).toEqual([[1, 1]]);
    expect(places('a.b axb', { text: 'a.b', regex: true })).toHaveLength(2);
    expect(places('one\ntwo', { text: '^t\\w+$', regex: true })).toEqual([[2, 1]]);
    expect(places('a-b', { text: 'a\\-b', regex: true })).toEqual([[1, 1]]);
  });

  it('says what is wrong with an expression', () => {
    expect(expressionOf({ ...plain, text: '(', regex: true }).ok).toBe(false);
    expect(expressionOf({ ...plain, text: '(' }).ok).toBe(true);
  });

  it('passes over nothing at all, and comes to an end with it', () => {
    expect(places('aab', { text: 'x*', regex: true })).toEqual([]);
    expect(places('', { text: 'a' })).toEqual([]);
  });

  it('lists so many places and counts the others', () => {
    const { matches, more } = find('x'.repeat(10), { text: 'x' }, 4);
    expect([matches.length, more]).toEqual([4, 6]);
  });

  it('cuts long lines around what was found', () => {
    const [match] = find(`${'a'.repeat(1000)}X${'b'.repeat(1000)}`, { text: 'X', matchCase: true }).matches;
    expect(match!.before).toBe(`…${'a'.repeat(40)}`);
    expect(match!.after).toBe(`${'b'.repeat(160)}…`);
  });
});
