import type { Diagnostic } from '../base/diagnostic.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Program } from '../engine/program.ts';
import { compileScenario } from '../scenario/compile.ts';
import { nanosOf, ratePrice, type RatePrice } from '../scenario/rateDemand.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a ledger is audited by: plans, meters, policy, opening and timeline of a scenario, its usage left aside. */
export interface AuditTerms {
  readonly scenario: Scenario;
  /** The text that the scenario was read from: a supposed time zone reads it anew. */
  readonly text: string;
  /** Without usage. */
  readonly program: Program;
  /** Meters by id, as indexes into the program's. */
  readonly meters: ReadonlyMap<string, number>;
  /** Rates of each meter of the program, ready for use, ascending by `from`. */
  readonly prices: readonly (readonly DatedPrice[])[];
}

/** A rate with the instant from which it holds. */
export interface DatedPrice {
  readonly from: number;
  readonly price: RatePrice;
}

/** The terms of a scenario, or what is wrong with it beyond its usage. */
export function auditTerms(scenario: Scenario, text: string): Result<AuditTerms, readonly Diagnostic[]> {
  const bare: Scenario = { ...scenario, events: [], files: [], models: [], asOf: null };
  const { program, diagnostics } = compileScenario(bare, []);
  if (!program) return err(diagnostics);
  const meters = new Map(program.meters.map(({ id }, index) => [id, index]));
  const prices = program.meters.map(({ rates }) => rates.map((rate) => ({ from: rate.from, price: ratePrice(rate) })));
  return ok({ scenario, text, program, meters, prices });
}

/** A quantity on a meter: `mantissa / 10^scale` units; `calls` 0 leaves minimum and plus out. */
export interface Metered {
  readonly meter: number;
  readonly at: number;
  readonly mantissa: number;
  readonly scale: number;
  readonly calls: number;
}

/** Nanocredits of a metered quantity at the rate in force; NaN where no rate is, or beyond what is exact. @rule R18 R19 */
export function pricedDemand({ prices }: AuditTerms, { meter, at, mantissa, scale, calls }: Metered): number {
  const rates = prices[meter]!;
  let index = rates.length - 1;
  while (index >= 0 && rates[index]!.from > at) index -= 1;
  return index < 0 ? NaN : nanosOf(rates[index]!.price, mantissa, scale, calls);
}

/** Whether an event is a demand model's: those state what is billable, so that no minimum applies to them. @rule R18 */
export function isModelEvent({ scenario }: AuditTerms, id: string): boolean {
  if (scenario.models.length === 0) return false;
  const cut = id.length - 11;
  return (
    cut > 0 &&
    id[cut] === '/' &&
    scenario.models.some((model) => id.length === cut + 11 && id.startsWith(model.id) && model.id.length === cut)
  );
}
