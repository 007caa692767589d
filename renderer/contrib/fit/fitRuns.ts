import type { FitOutcome } from '../../../shared/rpc/fitViews.ts';
import { liveRunsOf } from '../../workbench/live/useLive.ts';
import { firstChoice, readFitChoice, type FitChoice } from './fitChoice.ts';

const paths = 1000;
const seed = 1;

/** The fits of a workbench, following their scenarios. */
export const fitRuns = liveRunsOf<FitChoice, FitOutcome>({
  name: 'fit',
  first: firstChoice,
  isSmall: () => true,
  ask(rpc, { path, text, choice }) {
    const { ask } = readFitChoice(choice);
    if (!ask) return null;
    const { noise, model, file } = choice;
    const sent = { path, text, noise, model, files: file === null ? null : [file], ...ask, paths, seed };
    const run = async () => {
      const first = await rpc('forecast.fit', { ...sent, meter: choice.meter ?? null });
      const only = first.meters.length === 1 ? first.meters[0]! : null;
      // Nobody chose yet: where usage is of one meter alone, that is what is meant.
      const again = choice.meter === undefined && only !== null;
      return again ? rpc('forecast.fit', { ...sent, meter: only }) : first;
    };
    return run().then((outcome) => {
      const faulty = outcome.diagnostics.some(({ severity }) => severity === 'error');
      return { answer: faulty ? null : outcome, diagnostics: outcome.diagnostics };
    });
  },
});
