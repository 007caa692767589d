import { assert } from '../base/assert.ts';
import { formatCredits } from '../base/credits.ts';
import { formatMoney } from '../base/money.ts';
import type { FindingCode, OpenFinding } from './finding.ts';
import type { SupposedEffect } from './supposedEffects.ts';

/** What the findings of one code and rule add to the difference. Amounts as decimal text. */
export interface FoundCause {
  readonly code: FindingCode;
  readonly rule: string;
  readonly count: number;
  /** Actual less expected, added up over the findings. */
  readonly credits: string;
  readonly money: string;
}

/** What a supposed mistake adds to the bill; the second of a pair, what it adds to the first. Amounts as decimal text. */
export interface SupposedCause {
  readonly hypothesis: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Invoice lines that it changes. */
  readonly count: number;
  /** Flex credits that it adds to those that are billed. */
  readonly credits: string;
  readonly money: string;
}

/** A split of the difference: the money of its causes and what they leave unexplained add up to the difference, exactly. */
export interface Split<Cause> {
  readonly causes: readonly Cause[];
  readonly unexplained: string;
}

/** From the bill that is due to the bill as charged, split by cause in two ways. Money as decimal text. */
export interface Reconciliation {
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly byFinding: Split<FoundCause>;
  /** By the mistake that explains the bill best; null where none does. */
  readonly byHypothesis: Split<SupposedCause> | null;
}

/** What is reconciled. Money in minor units. */
export interface ToReconcile {
  /** All findings, also those that a report does not list. */
  readonly findings: readonly OpenFinding[];
  readonly supposed: readonly SupposedEffect[];
  readonly expected: bigint;
  readonly actual: bigint;
  readonly digits: number;
}

/** Splits the difference of the totals by cause. What the invoices state of their own totals is no line, and apart. */
export function reconcile({ findings, supposed, expected, actual, digits }: ToReconcile): Reconciliation {
  const money = (amount: bigint) => formatMoney(amount, digits);
  const difference = actual - expected;
  const found = foundCauses(findings);
  const byFinding = split(found, difference);
  return {
    expected: money(expected),
    actual: money(actual),
    difference: money(difference),
    byFinding: {
      causes: found.map((cause) => ({ ...cause, credits: formatCredits(cause.credits), money: money(cause.money) })),
      unexplained: money(byFinding),
    },
    byHypothesis:
      supposed.length === 0
        ? null
        : {
            causes: supposed.map(({ lines, credits, money: amount, ...rest }) => {
              return { ...rest, count: lines, credits: formatCredits(credits), money: money(amount) };
            }),
            unexplained: money(split(supposed, difference)),
          },
  };
}

interface OpenCause {
  readonly code: FindingCode;
  readonly rule: string;
  count: number;
  credits: bigint;
  money: bigint;
}

/** The findings by code and rule, the greatest effect first. Warnings that cost nothing are no cause. */
function foundCauses(findings: readonly OpenFinding[]): OpenCause[] {
  const causes = new Map<string, OpenCause>();
  for (const { code, rule, severity, credits, money } of findings) {
    if (severity !== 'error' && money === 0n) continue;
    const key = `${code} ${rule}`;
    const cause = causes.get(key) ?? { code, rule, count: 0, credits: 0n, money: 0n };
    cause.count += 1;
    cause.credits += BigInt(credits);
    if (code !== 'invoice-total') cause.money += money;
    causes.set(key, cause);
  }
  return [...causes.values()].sort((a, b) => compare(size(b.money), size(a.money)) || b.count - a.count);
}

/** What causes leave of a difference. */
function split(causes: readonly { readonly money: bigint }[], difference: bigint): bigint {
  const explained = causes.reduce((sum, { money }) => sum + money, 0n);
  const unexplained = difference - explained;
  assert(explained + unexplained === difference, 'causes and the rest add up to the difference');
  return unexplained;
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
