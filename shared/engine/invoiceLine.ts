import { creditsOf } from '../base/credits.ts';
import { roundToMinor } from '../base/money.ts';
import { multiply, zeroRatio, type Ratio } from '../base/ratio.ts';
import type { InvoiceLine } from './outcome.ts';
import type { Program } from './program.ts';

/** A line's amount in minor units: credits × unit price, or the fee, rounded once. `credits` in nanocredits. @rule R24 */
export function lineAmount(program: Program, credits: bigint | null, unitPrice: Ratio): bigint {
  const exact = credits === null ? unitPrice : multiply(creditsOf(credits), unitPrice);
  return roundToMinor(exact, program.minorDigits);
}

/** The fee line of a cycle that opens, or null where the fee is 0. @rule R24 */
export function feeLine(program: Program, plan: number, row: number): InvoiceLine | null {
  const unitPrice = program.plans[plan]!.fee;
  if (unitPrice.num === zeroRatio.num) return null;
  const amount = lineAmount(program, null, unitPrice);
  return { kind: 'subscription', credits: null, unitPrice, amount, rule: 'R4', row, flexMonth: null, plan };
}
