import { memberOf } from '../base/jsonNode.ts';
import type { PathSteps } from '../base/jsonPath.ts';
import { present, reportDuplicate, type Reading } from './reading.ts';
import type { PlanBook } from './resolvePlans.ts';
import type { ScenarioOpening } from './scenario.ts';

/** The opening state, and the ids of its lots. */
export interface OpeningBook {
  readonly opening: ScenarioOpening | null;
  readonly lots: ReadonlyMap<string, PathSteps>;
}

/** Checks the opening state. @rule R11 R27 */
export function resolveOpening(reading: Reading, plans: PlanBook): OpeningBook {
  const lots = new Map<string, PathSteps>();
  const given = reading.document.opening;
  if (!given) return { opening: null, lots };
  const prepaid = [...present(given.prepaid)].map(([index, { id = `opening-${index + 1}`, credits, unitPrice }]) => {
    const path: PathSteps = ['opening', 'prepaid', index];
    const first = lots.get(id);
    if (first) reportDuplicate(reading, 'lot', { id, path, first });
    lots.set(id, path);
    return { id, credits, unitPrice };
  });
  const { included = 0, flexEnabled = true, cap = null } = given;
  const subscription = subscriptionOf(reading, plans);
  return { opening: { subscription, included, prepaid, flexEnabled, cap }, lots };
}

function subscriptionOf(reading: Reading, plans: PlanBook): ScenarioOpening['subscription'] {
  const { document, faults, start } = reading;
  const { plan, since, flex = 0, capUsed = flex, pending = null, included } = document.opening!;
  if (plan === undefined) {
    if (isWritten(reading, 'plan')) return null;
    const strays = { since, included, flex, capUsed: document.opening!.capUsed, pending };
    for (const [key, value] of Object.entries(strays)) {
      if (value === undefined || value === null || value === 0) continue;
      const message = `Without a plan nothing runs, so there is no ${key}.`;
      faults.add({ code: 'opening-without-plan', path: ['opening', key], message, expected: 'plan and since' });
    }
    return null;
  }
  plans.check(plan, ['opening', 'plan']);
  if (flex > 0 && plans.plans.find(({ id }) => id === plan)?.kind === 'free') {
    const message = 'A free plan has no Flex, so none has accrued in its month.';
    faults.add({ code: 'opening-free-flex', path: ['opening', 'flex'], message, expected: '0' });
  }
  if (pending?.do === 'change-plan') plans.check(pending.plan, ['opening', 'pending', 'plan']);
  if (since === undefined) {
    if (!isWritten(reading, 'since')) {
      const message = 'The key since is missing: a plan that runs has a start.';
      faults.add({ code: 'missing-key', path: ['opening', 'since'], message, expected: 'since' });
    }
    return null;
  }
  const from = reading.instantOf(since);
  if (from > start) {
    const expected = `not after ${document.horizon?.start}`;
    const message = 'The subscription began before this run, or with it.';
    faults.add({ code: 'opening-since', path: ['opening', 'since'], message, expected, actual: since });
  }
  return { plan, since: from, flex, capUsed, pending };
}

/** Whether the key stands in the text, faulty or not. */
function isWritten({ json }: Reading, key: string): boolean {
  return memberOf(memberOf(json.root, 'opening')?.value ?? null, key) !== null;
}
