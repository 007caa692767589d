import type { PathSteps } from '../base/jsonPath.ts';
import { readDecimal } from '../base/decimal.ts';
import { exactNanos } from '../base/credits.ts';
import { zeroRatio, type Ratio } from '../base/ratio.ts';
import type { CatalogPlan, Figure } from '../catalog/catalog.ts';
import { nearest } from './nearest.ts';
import { present, reportDuplicate, writtenIds, type Reading } from './reading.ts';
import type { ScenarioPlan } from './scenario.ts';
import type { PlanDocument } from './schema.ts';

/** The plans of a scenario, and the check of every mention of one. */
export interface PlanBook {
  readonly plans: readonly ScenarioPlan[];
  /** Reports a plan that does not exist or is not known in full. */
  check(id: string, path: PathSteps): void;
}

/** A plan's figures so far as they are known. */
type Draft = { readonly [key in keyof ScenarioPlan]: ScenarioPlan[key] | undefined };

/** Merges the catalog's plans with the document's, whose given keys win. */
export function resolvePlans(reading: Reading): PlanBook {
  const { document, catalog, faults } = reading;
  const drafts = new Map<string, Draft>();
  for (const plan of catalog?.plans ?? []) drafts.set(plan.id, draftOf(null, plan, null));
  const seen = new Map<string, PathSteps>();
  for (const [index, plan] of present(document.plans)) {
    const path: PathSteps = ['plans', index];
    const first = seen.get(plan.id);
    if (first) {
      reportDuplicate(reading, 'plan', { id: plan.id, path: [...path, 'id'], first });
      continue;
    }
    seen.set(plan.id, path);
    const published = catalog?.plans.find(({ id }) => id === plan.id) ?? null;
    const draft = draftOf(plan, published, path);
    drafts.set(plan.id, draft);
    checkPlan(reading, draft, path);
    if (!published) reportMissing(reading, draft, path);
  }
  return {
    plans: [...drafts.values()].filter((draft): draft is ScenarioPlan => missingOf(draft).length === 0),
    check(id, path) {
      const draft = drafts.get(id);
      if (!draft) reportUnknown(reading, id, path, drafts.keys());
      else if (catalog && !(seen.has(id) && !catalog.plans.some((plan) => plan.id === id))) {
        const missing = missingOf(draft);
        if (missing.length === 0) return;
        faults.add({
          code: 'plan-figure-missing',
          path,
          message: `The catalog ${catalog.id} does not give ${missing.join(', ')} of the plan ${id}: set it in plans.`,
          expected: `a plan ${id} in plans with ${missing.join(', ')}`,
        });
      }
    },
  };
}

function draftOf(given: PlanDocument | null, published: CatalogPlan | null, path: PathSteps | null): Draft {
  const id = given?.id ?? published!.id;
  const kind = given?.kind ?? published?.kind;
  const free = kind === 'free' ? zeroRatio : undefined;
  const prepaidPrice = exact(published?.prepaidPrice);
  return {
    id,
    name: given?.name ?? published?.name ?? id,
    kind,
    cycle: given?.cycle ?? published?.cycle,
    fee: given?.fee ?? exact(published?.fee) ?? free,
    included: given?.includedCredits ?? nanosOf(published?.includedCredits),
    flexPrice: given?.flexPrice ?? exact(published?.flexPrice) ?? free,
    prepaidPrices: given?.prepaidPrices
      ? [...present(given.prepaidPrices)].map(([, row]) => row).sort((a, b) => a.from - b.from)
      : prepaidPrice
        ? [{ from: 0, unitPrice: prepaidPrice }]
        : [],
    path,
  };
}

function exact(figure: Figure | null | undefined): Ratio | undefined {
  return figure ? readDecimal(figure.value)! : undefined;
}

function nanosOf(figure: Figure | null | undefined): number | undefined {
  return figure ? Number(exactNanos(readDecimal(figure.value)!)) : undefined;
}

function missingOf(draft: Draft): string[] {
  const names = {
    kind: 'kind',
    cycle: 'cycle',
    fee: 'fee',
    included: 'includedCredits',
    flexPrice: 'flexPrice',
  } as const;
  return (Object.keys(names) as (keyof typeof names)[])
    .filter((key) => draft[key] === undefined)
    .map((key) => names[key]);
}

function reportMissing({ faults }: Reading, draft: Draft, path: PathSteps): void {
  for (const key of missingOf(draft)) {
    faults.add({
      code: 'missing-key',
      path: [...path, key],
      message: `The key ${key} is missing.`,
      expected: key,
    });
  }
}

function checkPlan({ faults, document }: Reading, { kind, fee, flexPrice }: Draft, path: PathSteps): void {
  if (kind === 'free') {
    for (const [key, price] of Object.entries({ fee, flexPrice })) {
      if (price === undefined || price.num === 0n) continue;
      const message = `The ${key} of a free plan is 0.`;
      faults.add({ code: 'free-plan-price', path: [...path, key], message, expected: '0' });
    }
  }
  const rows = new Set<number>();
  for (const [index, { from }] of present(document.plans![path[1] as number]!.prepaidPrices)) {
    const at = [...path, 'prepaidPrices', index, 'from'];
    if (rows.has(from)) {
      faults.add({
        code: 'duplicate-price',
        path: at,
        message: 'Two prices begin at the same quantity.',
        expected: 'one',
      });
    }
    rows.add(from);
  }
}

function reportUnknown(reading: Reading, id: string, path: PathSteps, known: Iterable<string>): void {
  if (reading.faults.isFull()) return reading.faults.add({ code: 'unknown-plan', path, message: '' });
  const written = writtenIds(reading, 'plans');
  if (written.has(id)) return;
  const ids = [...known, ...written];
  const suggestion = nearest(id, ids);
  reading.faults.add({
    code: 'unknown-plan',
    path,
    message: `There is no plan ${id}.`,
    expected: ids.length > 0 ? `one of ${[...new Set(ids)].join(', ')}` : 'a plan in plans or a catalog',
    actual: id,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}
