import { describe, expect, it } from 'vitest';
import { usageHistory, usedMeters } from '../../../../../shared/forecast/fit/usageHistory.ts';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { usageFileReader } from '../../../../../shared/scenario/usageFile.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

const { scenario } = decodeScenario(
  JSON.stringify(
    scenarioDocument({
      timeZone: 'America/New_York',
      meters: [
        { id: 'training', unit: 'minute', runs: 'hosted', rates: [{ from: '2026-01-03', credits: 2 }] },
        { id: 'images', unit: 'image', runs: 'hosted', rates: [{ from: '2026-01-01', credits: 1, plus: 3 }] },
      ],
      usage: {
        asOf: '2026-01-08',
        events: [
          { at: '2026-01-03T23:30', meter: 'training', quantity: 5 },
          { at: '2026-01-04T00:30', meter: 'training', quantity: 1.5 },
          { at: '2026-01-04T09:00', meter: 'training', quantity: 100, billable: false },
          { at: '2026-01-05T09:00', credits: 7 },
          { at: '2026-01-06T09:00', meter: 'images', quantity: 2, calls: 2 },
        ],
      },
    }),
  ),
);

function rowsOf(text: string) {
  const reader = usageFileReader('usage/a.csv', scenario!.zone);
  reader.push(text);
  return reader.end().rows;
}

const day = (date: number) => Date.UTC(2026, 0, date);

describe('usage by day', () => {
  it('sums one meter by local day, up to where known usage ends', () => {
    const { history, rows } = usageHistory(scenario!, { meter: 'training', files: [], events: true });
    expect(history).toEqual({ from: day(3), quantities: Float64Array.of(5, 1.5, 0, 0, 0) });
    expect(rows).toBe(2);
  });

  it('sums all usage in credits, at the rates of the scenario', () => {
    const { history } = usageHistory(scenario!, { meter: null, files: [], events: true });
    expect(history).toEqual({ from: day(3), quantities: Float64Array.of(10, 3, 7, 8, 0) });
  });

  it('takes files alone, to the last day of any usage in them', () => {
    const files = [rowsOf('at,meter,quantity\n2026-01-01,training,4\n2026-01-04,images,1\n')];
    expect(usageHistory(scenario!, { meter: 'training', files, events: false }).history).toEqual({
      from: day(1),
      quantities: Float64Array.of(4, 0, 0, 0),
    });
    expect(usedMeters(scenario!, files)).toEqual(['training', 'images']);
  });

  it('counts rows without a rate, and leaves them out of credits', () => {
    const files = [rowsOf('at,meter,quantity\n2026-01-01,training,4\n2026-01-04,training,1\n2026-01-04,other,1\n')];
    const { history, unrated } = usageHistory(scenario!, { meter: null, files, events: false });
    expect(history).toEqual({ from: day(4), quantities: Float64Array.of(2) });
    expect(unrated).toBe(2);
  });

  it('is nothing where nothing was used', () => {
    expect(usageHistory(scenario!, { meter: 'storage', files: [], events: true }).history).toBeNull();
  });
});
