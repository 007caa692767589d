import type { Diagnostic } from '../base/diagnostic.ts';
import { minorDigits } from '../base/money.ts';
import type { Action, Pending, Program, WorkspaceState } from '../engine/program.ts';
import { compileUsage } from './compileUsage.ts';
import { faultList } from './faultList.ts';
import { reportDuplicateUsage } from './duplicateUsage.ts';
import type { Scenario, ScenarioAction, ScenarioOpening } from './scenario.ts';
import type { UsageFileRows } from './usageFileRows.ts';

/** A program, or the faults that stand in its way; warnings come with a program. */
export interface CompiledScenario {
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns a scenario and the rows of its usage files, in the order of the document, into a program: actions and usage in
 * one time order, every amount an integer. @rule R3 R18 R23
 */
export function compileScenario(scenario: Scenario, files: readonly UsageFileRows[]): CompiledScenario {
  const faults = faultList(scenario.json);
  const { usage, sources } = compileUsage(scenario, files, faults);
  if (!faults.hasErrors()) reportDuplicateUsage({ scenario, usage, sources, faults });
  if (faults.hasErrors()) return { program: null, diagnostics: faults.diagnostics };
  const plans = new Map(scenario.plans.map(({ id }, index) => [id, index]));
  const { currency, zone, start, end, includedCycle, flexCycle } = scenario;
  const program: Program = {
    currency,
    minorDigits: minorDigits(currency),
    zone,
    start,
    end,
    includedCycle,
    flexCycle,
    plans: scenario.plans,
    meters: scenario.meters,
    actions: scenario.timeline.map((action) => actionOf(action, plans)).sort(byTime),
    usage,
    sources,
    opening: scenario.opening && stateOf(scenario.opening, plans),
  };
  return { program, diagnostics: faults.diagnostics };
}

const rank: Readonly<Record<Action['do'], number>> = {
  cancel: 0,
  'change-plan': 0,
  subscribe: 1,
  'buy-prepaid': 2,
  'set-flex': 3,
  adjust: 4,
};

/** The order of R3; the sort is stable, so equal kinds keep the order of the document. */
function byTime(a: Action, b: Action): number {
  return a.at - b.at || rank[a.do] - rank[b.do];
}

function actionOf({ index, ...action }: ScenarioAction, plans: ReadonlyMap<string, number>): Action {
  const path = `timeline[${index}]`;
  if (action.do === 'subscribe' || action.do === 'change-plan') {
    return { ...action, path, plan: plans.get(action.plan)! };
  }
  return { ...action, path };
}

/** The opening as the state that a run starts from. @rule R27 */
function stateOf(opening: ScenarioOpening, plans: ReadonlyMap<string, number>): WorkspaceState {
  const { subscription, included, prepaid, flexEnabled, cap } = opening;
  return {
    subscription: subscription && {
      plan: plans.get(subscription.plan)!,
      since: subscription.since,
      pending: pendingOf(subscription.pending, plans),
      flexMonth: subscription.flex,
      capUsed: subscription.capUsed,
    },
    included,
    lots: prepaid,
    flexEnabled,
    cap,
  };
}

function pendingOf(
  pending: NonNullable<ScenarioOpening['subscription']>['pending'],
  plans: ReadonlyMap<string, number>,
): Pending | null {
  return pending?.do === 'change-plan' ? { do: pending.do, plan: plans.get(pending.plan)! } : pending;
}
