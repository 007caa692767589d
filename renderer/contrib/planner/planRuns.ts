import type { PlanView } from '../../../shared/rpc/forecastViews.ts';
import { liveRunsOf } from '../../workbench/live/useLive.ts';
import { firstChoice, readChoice, roughPaths, type PlanChoice } from './planChoice.ts';

/** The plans of a workbench, following their scenarios. */
export const planRuns = liveRunsOf<PlanChoice, PlanView>({
  name: 'plan',
  first: firstChoice,
  isKept: true,
  // A quantity is looked at in the plan that there is.
  asks: (change) => Object.keys(change).some((key) => key !== 'quantity'),
  isSmall: ({ paths }) => paths <= roughPaths,
  ask(rpc, { job, path, text, choice, rough }) {
    const { ask } = readChoice(choice, text);
    if (!ask) return null;
    const paths = rough ? roughPaths : choice.paths;
    const sent = { job, path, text, paths, ...ask, tranches: [...ask.tranches] };
    return rpc('plan.run', sent).then(({ plan, diagnostics }) => ({ answer: plan, diagnostics }));
  },
});
