import { describe, expect, it } from 'vitest';
import { changedLeaves } from '../../../../../shared/planner/quote/changedLeaves.ts';

const changes = (before: Parameters<typeof changedLeaves>[0], after: Parameters<typeof changedLeaves>[1]) => [
  ...changedLeaves(before, after),
];

describe('changed leaves', () => {
  it('are named by their paths, with what stood and what stands there', () => {
    expect(changes({ plan: { fee: 299, id: 'a' } }, { plan: { fee: 349, id: 'a' } })).toEqual([
      { path: 'plan.fee', before: '299', after: '349' },
    ]);
    expect(changes({ a: 1, b: null }, { b: null, c: 'x' })).toEqual([
      { path: 'a', before: '1', after: null },
      { path: 'c', before: null, after: 'x' },
    ]);
  });

  it('of lists with names are matched by name, so that one more changes only itself', () => {
    const before = [
      { id: 'a', level: 1 },
      { id: 'b', level: 2 },
    ];
    const after = [
      { id: 'new', level: 9 },
      { id: 'a', level: 1 },
      { id: 'b', level: 3 },
    ];
    expect(changes(before, after)).toEqual([
      { path: '[b].level', before: '2', after: '3' },
      { path: '[new]', before: null, after: '{"id":"new","level":9}' },
    ]);
  });

  it('of lists without names, or with one twice, are matched by place', () => {
    expect(changes([1, 2], [1, 3, 4])).toEqual([
      { path: '[1]', before: '2', after: '3' },
      { path: '[2]', before: null, after: '4' },
    ]);
    expect(changes([{ id: 'a' }, { id: 'a' }], [{ id: 'a' }, { id: 'b' }])).toEqual([
      { path: '[1].id', before: 'a', after: 'b' },
    ]);
  });

  it('are none between equals, whatever the order of their keys', () => {
    expect(changes({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
  });
});
