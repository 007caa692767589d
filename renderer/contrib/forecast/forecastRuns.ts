import type { ForecastView } from '../../../shared/rpc/forecastViews.ts';
import { liveRunsOf } from '../../workbench/live/useLive.ts';
import { firstChoice, readChoice, roughPaths, type ForecastChoice } from './forecastChoice.ts';
import { withWhatIf } from './whatIf.ts';

/** The forecasts of a workbench, following their scenarios. */
export const forecastRuns = liveRunsOf<ForecastChoice, ForecastView>({
  name: 'forecast',
  first: firstChoice,
  isKept: true,
  isSmall: ({ paths }) => paths <= roughPaths,
  ask(rpc, { job, path, text, choice, rough }) {
    const { ask } = readChoice(choice);
    if (!ask) return null;
    const { seed, percentiles, budget } = ask;
    const paths = rough ? roughPaths : choice.paths;
    const sent = {
      job,
      path,
      text: withWhatIf(text, choice.whatIf),
      paths,
      seed,
      percentiles: [...percentiles],
      budget,
      rough,
    };
    return rpc('forecast.run', sent).then(({ forecast, diagnostics }) => ({ answer: forecast, diagnostics }));
  },
});
