import { capLimit } from '../engine/capLimit.ts';
import type { Run, Shortfall } from '../engine/outcome.ts';

/** What the terms allow from an instant on, until the next phase. */
export interface Phase {
  /** Milliseconds UTC. */
  readonly at: number;
  /** Index of the running plan; null where none runs. */
  readonly plan: number | null;
  /** Flex that the cap allows in its window: 0 where Flex is off, Infinity without a cap. Nanocredits. */
  readonly limit: number;
  /** Why demand beyond the pools is blocked; null where it never is. */
  readonly shortfall: Shortfall['reason'] | null;
  /** The cap's window begins anew. @rule R13 */
  readonly resets: boolean;
}

interface Change {
  readonly at: number;
  readonly order: number;
  readonly apply: (state: Standing) => boolean;
}

interface Standing {
  plan: number | null;
  flexEnabled: boolean;
  cap: Run['closing']['cap'];
}

/** The phases of a run, by time: which plan runs, and what of Flex it allows. They follow from the terms alone. @rule R11 R13 R16 */
export function phasesOf(run: Run): Phase[] {
  const { opening, start } = run.program;
  const standing: Standing = {
    plan: opening?.subscription?.plan ?? null,
    flexEnabled: opening?.flexEnabled ?? true,
    cap: opening?.cap ?? null,
  };
  const phases = [phaseOf(run, standing, start, false)];
  for (const { at, apply } of changesOf(run)) phases.push(phaseOf(run, standing, at, apply(standing)));
  return phases;
}

function changesOf(run: Run): Change[] {
  const { plans, actions } = run.program;
  const changes: Change[] = [];
  for (const { until, final, plan, entriesBefore } of run.flexMonths) {
    const monthly = plans[plan]!.cycle === 'monthly';
    const apply = (standing: Standing): boolean => {
      if (final) standing.plan = null;
      return final || monthly;
    };
    changes.push({ at: until, order: entriesBefore - 0.5, apply });
  }
  const orders = new Map(run.entries.map(({ seq }, order) => [seq, order]));
  for (const { row, from, plan } of run.grants) {
    const apply = (standing: Standing): boolean => {
      const begins = standing.plan === null;
      standing.plan = plan;
      return begins || plans[plan]!.cycle === 'annual';
    };
    const entry = run.entries[orders.get(row)!]!;
    if (entry.kind === 'grant') changes.push({ at: from, order: orders.get(row)!, apply });
  }
  for (const [index, action] of actions.entries()) {
    if (action.do !== 'set-flex') continue;
    const apply = (standing: Standing): boolean => {
      if (action.enabled !== null) standing.flexEnabled = action.enabled;
      if (action.cap !== undefined) standing.cap = action.cap;
      return false;
    };
    changes.push({ at: action.at, order: 1e9 + index, apply });
  }
  return changes.sort((a, b) => a.at - b.at || a.order - b.order);
}

function phaseOf(run: Run, { plan, flexEnabled, cap }: Standing, at: number, resets: boolean): Phase {
  const none = (shortfall: Phase['shortfall']): Phase => ({ at, plan, limit: 0, shortfall, resets });
  if (plan === null) return none('no-subscription');
  const terms = run.program.plans[plan]!;
  if (terms.kind === 'free') return none('free-plan');
  if (!flexEnabled) return none('flex-off');
  const limit = capLimit(cap, terms.flexPrice);
  return { at, plan, limit, shortfall: limit === Infinity ? null : 'cap', resets };
}
