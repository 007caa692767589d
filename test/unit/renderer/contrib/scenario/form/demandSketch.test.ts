import { describe, expect, it } from 'vitest';
import {
  demandSketch,
  sketchPoints,
  type SketchModel,
} from '../../../../../../renderer/contrib/scenario/form/demandSketch.ts';

const flat: SketchModel = {
  from: '2026-01-01',
  until: '2026-03-01',
  level: 100,
  per: 'day',
  growth: 0,
  weekdays: null,
  spikes: [],
};

describe('the sketch of a demand model', () => {
  it('has a point for each day', () => {
    expect(demandSketch(flat)).toEqual(Array.from({ length: 59 }, () => 100));
  });

  it('spreads a month over its own days', () => {
    const monthly = demandSketch({ ...flat, per: 'month', level: 868 });
    expect([monthly[0], monthly[31]]).toEqual([28, 31]);
  });

  it('grows by calendar months', () => {
    const grown = demandSketch({ ...flat, growth: 0.5 });
    expect([grown[30], grown[31]]).toEqual([100, 150]);
  });

  it('weighs weekdays against their mean, Monday first', () => {
    const weighed = demandSketch({ ...flat, weekdays: [7, 0, 0, 0, 0, 0, 0] });
    expect([weighed[4], weighed[5]]).toEqual([700, 0]);
  });

  it('multiplies and then adds its spikes, on their days alone', () => {
    const spikes = [
      { from: '2026-01-02', days: 2, factor: 3, add: 0 },
      { from: '2026-01-03', days: 1, factor: 1, add: 7 },
    ];
    expect(demandSketch({ ...flat, spikes }).slice(0, 4)).toEqual([100, 300, 307, 100]);
  });

  it('is empty where dates cannot be read', () => {
    expect(demandSketch({ ...flat, until: 'soon' })).toEqual([]);
  });
});

describe('the line of a sketch', () => {
  it('touches the top at the greatest value and the bottom at zero', () => {
    expect(sketchPoints([0, 10], 20, 12)).toBe('0.0,11.0 20.0,1.0');
    expect(sketchPoints([0, 0], 20, 12)).toBe('0.0,11.0 20.0,11.0');
  });
});
