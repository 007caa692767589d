import { describe, expect, it } from 'vitest';
import { episodesOf, greatestFactor } from '../../../../../shared/forecast/fit/spikeEpisodes.ts';

const from = Date.UTC(2026, 0, 1);

describe('days set apart as spikes', () => {
  it('are one spike where at most one day lies between them, against what was expected of them', () => {
    const quantities = Float64Array.of(10, 30, 10, 20, 10, 10, 40);
    const expected = new Float64Array(7).fill(10);
    const spikes = episodesOf({ from, quantities }, expected, Int8Array.of(0, 1, 0, 1, 0, 0, 1));
    expect(spikes.map(({ days, factor }) => [days, factor])).toEqual([
      [3, 2],
      [1, 4],
    ]);
  });

  it('are never told by a factor that no scenario takes, however little was expected', () => {
    const quantities = Float64Array.of(700, 700);
    const spikes = episodesOf({ from, quantities }, Float64Array.of(1e-303, 0), Int8Array.of(1, 1));
    expect(spikes.map(({ factor }) => factor)).toEqual([greatestFactor]);
  });
});
