import { setTimeout as pause } from 'node:timers/promises';
import { lognormalTable } from '../../../shared/forecast/sampling/factorTable.ts';
import type { Sampling } from './sampling.ts';

/** The first rough answers of a process take up to ten times as long as later ones: so many are given to nobody. */
const rounds = 6;
/** As many as a drag asks for. */
const fewPaths = 150;
/** Between two of them whatever else is asked comes first. */
const pauseMs = 25;

/** Forecasts after the first of which rough ones are quick, so that whoever then drags a slider finds the code compiled. */
export interface WarmForecasts {
  readonly forecast: Sampling['forecast'];
  stop(): void;
}

export function createWarmForecasts(forecast: Sampling['forecast']): WarmForecasts {
  let left = rounds;
  let resting = new AbortController();
  const warm = async (wanted: Parameters<typeof forecast>[0], signal: AbortSignal): Promise<void> => {
    while (left > 0) {
      await pause(pauseMs, null, { ref: false, signal });
      left -= 1;
      // The rounds themselves find their tables made; a drag of the spread asks for new ones.
      for (let table = 0; table < 2; table++) lognormalTable({ logVariance: (left * 2 + table + 1) / 16, zeroDays: 0 });
      await forecast(wanted);
    }
  };
  return {
    async forecast({ tell, ...wanted }) {
      resting.abort();
      // What is there at once is not told of on its way.
      if (wanted.rough) return forecast(wanted);
      const { signal } = (resting = new AbortController());
      const made = await forecast({ ...wanted, ...(tell && { tell }) });
      const rough = { ...wanted, paths: Math.min(wanted.paths, fewPaths), rough: true };
      // What goes wrong here goes wrong again where somebody asks for it, and is told there.
      if (made.ok) warm(rough, signal).catch(() => undefined);
      return made;
    },
    stop: () => resting.abort(),
  };
}
