import { creditsOf } from '../../base/credits.ts';
import { readDecimal } from '../../base/decimal.ts';
import { compareRatios, divide, multiply, ratio, type Ratio } from '../../base/ratio.ts';
import { formatLocalDate } from '../../calendar/instant.ts';
import type { Run } from '../../engine/outcome.ts';
import type { Scenario, ScenarioMeter, ScenarioPlan } from '../../scenario/scenario.ts';
import type { QuoteTerms } from './quoteSchema.ts';
import { shortFigure } from './shortFigure.ts';

/** What one credit comes to in money, and as what. */
export interface CreditPrice {
  readonly of: string;
  readonly amount: Ratio;
  readonly text: string;
}

const moneyPlaces = 4;
const workPlaces = 6;

/** What one credit costs, by how it is paid: in the fee, prepaid as it is bought here, or as Flex. */
export function creditPrices(plans: readonly ScenarioPlan[], bought: QuoteTerms['prepaid']): CreditPrice[] {
  const prices = plans.flatMap((plan): [string, Ratio][] => [
    ...(plan.included > 0 && plan.fee.num > 0n
      ? [
          [`included in ${plan.name}, where all are used`, divide(plan.fee, creditsOf(plan.included))] as [
            string,
            Ratio,
          ],
        ]
      : []),
    ...(plan.kind === 'paid' ? [[`Flex on ${plan.name}`, plan.flexPrice] as [string, Ratio]] : []),
  ]);
  const paid = [...new Set(bought.map(({ unitPrice }) => unitPrice))].flatMap((text): [string, Ratio][] => {
    const exact = readDecimal(text);
    return exact ? [['prepaid', exact]] : [];
  });
  return [...prices, ...paid].map(([of, amount]) => ({ of, amount, text: shortFigure(amount, moneyPlaces) }));
}

/** What one credit does, meter by meter and rate by rate, and what that work costs. @rule R18 */
export function creditWork(scenario: Scenario, run: Run, prices: readonly CreditPrice[]): QuoteTerms['credit']['work'] {
  return usedMeters(scenario, run).flatMap((meter) => {
    const rates = meter.rates.filter(
      ({ from }, index) => from < scenario.end && (meter.rates[index + 1]?.from ?? Infinity) > scenario.start,
    );
    return rates.map(({ from, creditsPerUnit }) => {
      const per = unitsToTell(creditsPerUnit);
      const credits = multiply(creditsPerUnit, ratio(BigInt(per)));
      return {
        meter: meter.id,
        unit: meter.unit,
        from: rates.length === 1 || from <= scenario.start ? null : formatLocalDate(from, scenario.zone),
        perCredit: creditsPerUnit.num === 0n ? null : shortFigure(divide(ratio(1n), creditsPerUnit), workPlaces),
        per,
        credits: shortFigure(credits, workPlaces),
        costs: prices.map(({ of, amount }) => ({ of, amount: shortFigure(multiply(credits, amount), moneyPlaces) })),
      };
    });
  });
}

/** Meters that usage names; where it is all stated in credits, those that the scenario sets itself. */
function usedMeters({ meters }: Scenario, { program }: Run): readonly ScenarioMeter[] {
  const indexes = new Set(program.usage.meter.subarray(0, program.usage.count));
  const ids = new Set([...indexes].flatMap((index) => program.meters[index]?.id ?? []));
  const used = meters.filter(({ id }) => ids.has(id));
  return used.length > 0 ? used : meters.filter(({ path }) => path !== null);
}

/** So many units that their credits are worth telling. */
function unitsToTell(creditsPerUnit: Ratio): number {
  if (creditsPerUnit.num === 0n) return 1;
  const least = ratio(1n, 100n);
  for (const per of [1, 1000, 1_000_000]) {
    if (compareRatios(multiply(creditsPerUnit, ratio(BigInt(per))), least) >= 0) return per;
  }
  return 1_000_000;
}
