import { formatCredits } from '../../../shared/base/credits.ts';
import { memberOf } from '../../../shared/base/jsonNode.ts';
import { canonicalJson } from '../../../shared/base/canonicalJson.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import { formatLocalDate } from '../../../shared/calendar/instant.ts';
import type { Comparison } from '../../../shared/planner/variants/comparison.ts';
import { comparePaths, leastOf } from '../../../shared/planner/variants/comparePaths.ts';
import { describeChange } from '../../../shared/planner/variants/describeChange.ts';
import { variantInputs } from '../../../shared/planner/variants/variantInputs.ts';
import type { VariantsView, VariantView } from '../../../shared/rpc/variantViews.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { scenarioAsRun } from '../../../shared/scenario/scenarioAsRun.ts';
import { fanPoints, moneySpread, monthViews, pricingMethod } from '../forecast/forecastView.ts';
import { billOf } from './billOf.ts';
import type { PricedVariant, VariantsWanted } from './pricedVariant.ts';

/** A comparison as the workbench and the command line show it. At least one variant was priced. */
export function variantsView(
  comparison: Comparison,
  priced: readonly PricedVariant[],
  { paths, seed, percentiles }: VariantsWanted,
): VariantsView {
  const { currency, minorDigits, zone, start, end } = priced[0]!.base.expected.program;
  const totals = priced.map(({ total }) => total);
  const compared = comparePaths(totals, percentiles);
  const expected = priced.map(({ open }) => billOf(open.expected));
  const money = (minor: bigint): string => formatMoney(minor, minorDigits);
  const variants = priced.map(({ open, base, task, summary, flex, blocked }, index): VariantView => {
    const difference = compared.differences[index]!;
    return {
      name: open.variant.name,
      scenario: open.path,
      changes: open.variant.changes.map(describeChange),
      expected: money(expected[index]!),
      total: moneySpread(summary.total, percentiles, minorDigits),
      months: monthViews(base, summary),
      fan: fanPoints(base, summary),
      flexChance: flex.chance,
      blockedChance: blocked.chance,
      flexMean: formatCredits(flex.mean),
      blockedMean: formatCredits(blocked.mean),
      method: pricingMethod(task),
      against:
        index === 0
          ? null
          : {
              ...moneySpread(difference, percentiles, minorDigits),
              expected: money(expected[index]! - expected[0]!),
              cheaperChance: difference.cheaperChance,
              sameChance: difference.sameChance,
            },
      cheapestChance: compared.cheapestChance[index]!,
    };
  });
  return {
    name: comparison.name,
    currency,
    minorDigits,
    timeZone: zone.id,
    from: formatLocalDate(start, zone),
    until: formatLocalDate(end, zone),
    paths,
    seed,
    percentiles,
    random: priced.some(({ base }) => base.random.length > 0),
    variants,
    inputs: variantInputs(priced.map(({ open }) => open)),
    cheapest: {
      expected: leastOf(expected),
      mean: leastOf(priced.map(({ summary }) => summary.total.mean)),
      points: percentiles.map((percent, index) => ({ percent, variants: compared.cheapest[index]! })),
    },
    cheaper: compared.cheaper,
    notes: priced.slice(1).flatMap((each) => [...otherUsage(each, priced[0]!), ...lessServed(each, priced[0]!)]),
  };
}

/** A scenario of its own may bring usage of its own: then the difference is not one of terms alone. */
function otherUsage({ open }: PricedVariant, first: PricedVariant): string[] {
  if (open.path === first.open.path || usageText(open.scenario) === usageText(first.open.scenario)) return [];
  return [
    `${open.variant.name} has usage of its own (${open.variant.scenario}): only demand models of one id share their draws with ${first.open.variant.name}.`,
  ];
}

/** A bill may be lower because work was turned away. */
function lessServed({ open, blocked }: PricedVariant, first: PricedVariant): string[] {
  if (blocked.mean <= first.blocked.mean) return [];
  const credits = Number(formatCredits(blocked.mean)).toFixed(2);
  const before = Number(formatCredits(first.blocked.mean)).toFixed(2);
  return [
    `${open.variant.name} serves less: ${credits} credits a path are blocked on average, against ${before} with ${first.open.variant.name}.`,
  ];
}

function usageText({ json }: Scenario): string {
  const usage = memberOf(json.root, 'usage');
  return usage ? canonicalJson(scenarioAsRun(usage.value)) : '';
}
