import { unreachable } from '../base/assert.ts';
import type { PathSteps } from '../base/jsonPath.ts';
import { isOutside, present, reportDuplicate, reportOutside, type Reading } from './reading.ts';
import type { PlanBook } from './resolvePlans.ts';
import type { ScenarioAction } from './scenario.ts';
import type { ActionDocument } from './schema.ts';

/** Checks the timeline and gives its entries in the order of the document. `lots` are the opening's, by id. @rule R3 R8 */
export function resolveTimeline(
  reading: Reading,
  plans: PlanBook,
  lots: ReadonlyMap<string, PathSteps>,
): ScenarioAction[] {
  const names = lotNames(reading, lots);
  const actions: ScenarioAction[] = [];
  for (const [index, action] of present(reading.document.timeline)) {
    const path: PathSteps = ['timeline', index];
    const at = reading.instantOf(action.at);
    if (isOutside(reading, at)) reportOutside(reading, at, [...path, 'at']);
    if ('plan' in action) plans.check(action.plan, [...path, 'plan']);
    if (action.do === 'set-flex' && action.enabled === undefined && action.cap === undefined) {
      const message = 'This sets nothing: give enabled, cap, or both.';
      reading.faults.add({ code: 'empty-setting', path, message, expected: 'enabled or cap' });
    }
    actions.push(actionOf(action, { at, index, lot: names[index] ?? '' }));
  }
  return actions;
}

function actionOf(
  action: ActionDocument,
  { at, index, lot }: { at: number; index: number; lot: string },
): ScenarioAction {
  switch (action.do) {
    case 'subscribe':
      return { at, index, do: action.do, plan: action.plan };
    case 'change-plan':
      return { at, index, do: action.do, plan: action.plan, when: action.when };
    case 'cancel':
      return { at, index, do: action.do, when: action.when };
    case 'buy-prepaid':
      return { at, index, do: action.do, id: lot, credits: action.credits, unitPrice: action.unitPrice ?? null };
    case 'set-flex':
      return { at, index, do: action.do, enabled: action.enabled ?? null, cap: action.cap };
    case 'adjust':
      return { at, index, do: action.do, bucket: action.bucket, credits: action.credits, reason: action.reason ?? '' };
    default:
      return unreachable(action);
  }
}

/** The lots' ids by index of the timeline: as given, else `lot-<n>` by the n-th purchase of the document. */
function lotNames(reading: Reading, lots: ReadonlyMap<string, PathSteps>): (string | undefined)[] {
  const names: (string | undefined)[] = [];
  const seen = new Map(lots);
  let purchase = 0;
  for (const [index, action] of present(reading.document.timeline)) {
    if (action.do !== 'buy-prepaid') continue;
    purchase += 1;
    const id = action.id ?? `lot-${purchase}`;
    const path: PathSteps = action.id === undefined ? ['timeline', index] : ['timeline', index, 'id'];
    const first = seen.get(id);
    if (first) reportDuplicate(reading, 'lot', { id, path, first });
    seen.set(id, path);
    names[index] = id;
  }
  return names;
}
