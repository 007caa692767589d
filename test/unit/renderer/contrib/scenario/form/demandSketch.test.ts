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
  months: null,
  ramp: null,
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
    const certain = { until: '', chance: 1 };
    const spikes: SketchModel['spikes'] = [
      { ...certain, from: '2026-01-02', days: [2, 2], factor: [3, 3], add: 0 },
      { ...certain, from: '2026-01-03', days: [1, 1], factor: [1, 1], add: 7 },
    ];
    expect(demandSketch({ ...flat, spikes }).slice(0, 4)).toEqual([100, 300, 307, 100]);
  });

  it('counts an uncertain spike at its expected factor', () => {
    const spike = { from: '2026-01-02', until: '2026-01-04', chance: 0.5, add: 0 };
    const spikes: SketchModel['spikes'] = [{ ...spike, days: [1, 1], factor: [2, 4] }];
    expect(demandSketch({ ...flat, spikes }).slice(0, 4)).toEqual([100, 150, 150, 100]);
  });

  it('follows a ramp, and the months against their mean', () => {
    const ramped = demandSketch({ ...flat, ramp: { to: 200, by: '2026-01-11' } });
    expect([ramped[0], ramped[5], ramped[10], ramped[40]]).toEqual([100, 150, 200, 200]);
    const months = [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const yearly = demandSketch({ ...flat, months });
    expect([yearly[30], yearly[31]]).toEqual([200, 0]);
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
