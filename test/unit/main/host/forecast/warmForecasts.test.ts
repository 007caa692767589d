import { describe, expect, it } from 'vitest';
import { createWarmForecasts } from '../../../../../main/host/forecast/warmForecasts.ts';
import type { Sampling } from '../../../../../main/host/forecast/sampling.ts';
import { err, ok } from '../../../../../shared/base/result.ts';

type Wanted = Parameters<Sampling['forecast']>[0];

const whole: Wanted = {
  text: '{}',
  readUsage: () => Promise.resolve({ ok: false, error: [] }),
  paths: 10_000,
  seed: 7,
  percentiles: [50],
  budget: null,
  forecastId: 'a',
};

/** Forecasts that are over at once, and what was asked of them. */
function recording({ fails = false } = {}) {
  const asked: Wanted[] = [];
  const warm = createWarmForecasts(async (wanted) => {
    asked.push(wanted);
    return fails ? err({ code: 'cancelled', message: '' }) : ok({ forecast: null, diagnostics: [] });
  });
  return { asked, warm };
}

describe('Forecasts that are kept warm', () => {
  it('are made roughly for nobody after the first whole one, and never again', async () => {
    const { asked, warm } = recording();
    await warm.forecast(whole);
    expect(asked).toEqual([whole]);
    await expect.poll(() => asked.length).toBe(7);
    expect(asked[6]).toEqual({ ...whole, paths: 150, rough: true });
    await warm.forecast(whole);
    await new Promise((wake) => setTimeout(wake, 60));
    expect(asked.length).toBe(8);
  });

  it('make way for whoever asks', async () => {
    const { asked, warm } = recording();
    await warm.forecast(whole);
    await warm.forecast({ ...whole, rough: true });
    await new Promise((wake) => setTimeout(wake, 60));
    expect(asked.map(({ paths }) => paths)).toEqual([10_000, 10_000]);
  });

  it('are not made after one that came to nothing, or once the host stops', async () => {
    const [failed, stopped] = [recording({ fails: true }), recording()];
    await failed.warm.forecast(whole);
    await stopped.warm.forecast(whole);
    stopped.warm.stop();
    await new Promise((wake) => setTimeout(wake, 60));
    expect([failed.asked.length, stopped.asked.length]).toEqual([1, 1]);
  });

  it('tell how far they are only where they are whole', async () => {
    const { asked, warm } = recording();
    const tell = () => undefined;
    await warm.forecast({ ...whole, tell, rough: true });
    await warm.forecast({ ...whole, tell });
    expect(asked.map((wanted) => wanted.tell)).toEqual([undefined, tell]);
  });
});
