import type { VariantsView, VariantView } from '../../shared/rpc/variantViews.ts';
import { moneyJson, monthJson } from './forecastJson.ts';

/** A comparison of variants as `--json` prints it; `variantsJsonSchema.ts` says what stands where. */
export function variantsJson(comparison: VariantsView) {
  const { name, currency, timeZone, from, until, paths, seed, random, variants, inputs, cheapest, cheaper, notes } =
    comparison;
  const named = (indexes: readonly number[]): string[] => indexes.map((index) => variants[index]!.name);
  return {
    name,
    currency,
    timeZone,
    from,
    until,
    paths,
    seed,
    random,
    variants: variants.map(variantJson),
    inputs,
    cheapest: {
      expected: named(cheapest.expected),
      mean: named(cheapest.mean),
      ...Object.fromEntries(cheapest.points.map(({ percent, variants: indexes }) => [`p${percent}`, named(indexes)])),
    },
    cheaper,
    notes,
  };
}

function variantJson({ total, months, fan: _fan, against, ...variant }: VariantView) {
  return {
    ...variant,
    total: moneyJson(total),
    months: months.map(monthJson),
    against: against && {
      expected: against.expected,
      ...moneyJson(against),
      cheaperChance: against.cheaperChance,
      sameChance: against.sameChance,
    },
  };
}
