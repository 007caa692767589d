import type { Entry, Run } from '../engine/outcome.ts';

/** Something the terms order at an instant, in the order of the engine. Credits in nanocredits. @rule R4 R5 R7 R8 R12 R26 */
export type Duty =
  | { readonly kind: 'lapse'; readonly at: number; readonly as: 'expire' | 'forfeit' }
  | { readonly kind: 'close'; readonly at: number; readonly final: boolean; readonly plan: number }
  | { readonly kind: 'grant'; readonly at: number; readonly credits: number; readonly plan: number }
  | {
      readonly kind: 'purchase';
      readonly at: number;
      readonly credits: number;
      readonly id: string;
      readonly seq: number;
    }
  | {
      readonly kind: 'adjust';
      readonly at: number;
      readonly credits: number;
      readonly bucket: 'included' | 'prepaid';
    };

/**
 * All that the terms order over a run, also what left no row there: whether a lapse or a close needs one depends on the
 * balances of the ledger that is audited.
 */
export function dutiesOf(run: Run): Duty[] {
  const placed: { readonly order: number; readonly duty: Duty }[] = [];
  for (const { at, kind, entriesBefore } of run.lapses) {
    placed.push({ order: entriesBefore - 0.6, duty: { kind: 'lapse', at, as: kind } });
  }
  for (const { until, final, plan, entriesBefore } of run.flexMonths) {
    placed.push({ order: entriesBefore - 0.5, duty: { kind: 'close', at: until, final, plan } });
  }
  const plans = new Map(run.grants.map(({ row, plan }) => [row, plan]));
  for (const [order, entry] of run.entries.entries()) {
    const duty = dutyOf(entry, plans);
    if (duty) placed.push({ order, duty });
  }
  return placed.sort((a, b) => a.duty.at - b.duty.at || a.order - b.order).map(({ duty }) => duty);
}

function dutyOf(entry: Entry, plans: ReadonlyMap<number, number>): Duty | null {
  const { at, id, seq } = entry;
  const credits = Number(entry.credits ?? 0n);
  if (entry.kind === 'grant') return { kind: 'grant', at, credits, plan: plans.get(seq)! };
  if (entry.kind === 'purchase') return { kind: 'purchase', at, credits, id, seq };
  if (entry.kind !== 'adjust') return null;
  return { kind: 'adjust', at, credits, bucket: entry.included === null ? 'prepaid' : 'included' };
}
