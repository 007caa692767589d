import type { z } from 'zod';
import { exactNanos, maximumNanos, roundToNanos } from '../base/credits.ts';
import { readDecimal } from '../base/decimal.ts';
import type { JsonNode } from '../base/jsonNode.ts';
import { compareRatios, ratio, type Ratio } from '../base/ratio.ts';
import { scalar, ScalarFault, wrongKind } from './scalar.ts';

type Sign = 'positive' | 'not negative' | 'not zero';

interface AmountTerms {
  /** What it is, with its unit: `money`, `credits`. */
  readonly what: string;
  readonly sign: Sign;
  /** Whether more than nine decimals are rounded later instead of refused. @rule R18 */
  readonly rounded?: boolean;
  readonly minimum?: number;
}

/** The greatest amount of money, rate or quantity that a document may state. */
const greatest = ratio(10n ** 15n);
const decimalText = '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$';

/** An exact amount: a JSON number by its decimal text, or decimal text; at most nine decimals. @rule R24 */
export function amount(terms: AmountTerms): z.ZodType<Ratio, unknown> {
  return scalar(jsonSchemaOf(terms), (node) => readAmount(node, terms));
}

/** Credits as whole nanocredits within what a run can hold. */
export function credits(sign: Sign, rounded = false): z.ZodType<number, unknown> {
  const terms: AmountTerms = { what: 'credits', sign, rounded };
  return scalar(jsonSchemaOf(terms), (node) => {
    const value = readAmount(node, terms);
    if (value instanceof ScalarFault) return value;
    const nanos = rounded ? roundToNanos(value) : exactNanos(value)!;
    return nanos > maximumNanos || nanos < -maximumNanos
      ? outOfRange('at most 9007199.254740991 credits')
      : Number(nanos);
  });
}

interface ModelNumberTerms {
  readonly what: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The number lies below this. */
  readonly below?: number;
}

/** A number of a demand model: binary floating point, for this is demand and not an amount. */
export function modelNumber(terms: ModelNumberTerms) {
  const { minimum, maximum, below } = terms;
  const json = {
    anyOf: [
      {
        type: 'number',
        ...(minimum === undefined ? {} : { minimum }),
        ...(maximum === undefined ? {} : { maximum }),
        ...(below === undefined ? {} : { exclusiveMaximum: below }),
      },
      { type: 'string', pattern: decimalText },
    ],
  };
  return scalar<number>(json, (node) => readModelNumber(node, terms));
}

/** A range of a demand model: one number, or the least and the greatest. */
export interface ModelRange {
  readonly least: number;
  readonly greatest: number;
  /** Whether it was written as a pair. */
  readonly uncertain: boolean;
}

/** One number or a pair `[least, greatest]`. `whole` asks for whole numbers. */
export function modelRange({
  minimum,
  maximum,
  whole,
  what,
}: {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole?: boolean;
  readonly what: string;
}) {
  const one = { type: whole ? 'integer' : 'number', minimum, maximum };
  const json = { anyOf: [one, { type: 'array', items: one, minItems: 2, maxItems: 2 }] };
  return scalar<ModelRange>(json, (node) => {
    const parts = node.kind === 'array' ? node.items : [node];
    const [least, greatest = least] = parts.map((part) => readModelNumber(part, { what, minimum }));
    if (node.kind === 'array' && parts.length !== 2) return wrongKind(`${what}, or the least and the greatest of it`);
    if (least instanceof ScalarFault) return least;
    if (greatest instanceof ScalarFault) return greatest;
    if (least === undefined || greatest === undefined) return wrongKind(what);
    if (whole && !(Number.isSafeInteger(least) && Number.isSafeInteger(greatest)))
      return wrongKind(`${what} as a whole number`);
    if (greatest > maximum) return outOfRange(`at most ${maximum}`);
    if (least > greatest)
      return new ScalarFault('range-order', 'The least stands first.', 'the least, then the greatest');
    return { least, greatest, uncertain: node.kind === 'array' };
  });
}

/** A whole number from `minimum` to `maximum`. */
export function wholeNumber(minimum: number, maximum: number): z.ZodType<number, unknown> {
  const expected = `a whole number from ${minimum} to ${maximum}`;
  return scalar({ type: 'integer', minimum, maximum }, (node) => {
    const value = node.kind === 'number' ? readDecimal(node.text) : null;
    if (!value || value.den !== 1n) return wrongKind(expected);
    const whole = Number(value.num);
    return whole < minimum || whole > maximum ? outOfRange(expected) : whole;
  });
}

function readAmount(node: JsonNode, { what, sign, rounded, minimum }: AmountTerms): Ratio | ScalarFault {
  const value = readExact(node, what);
  if (value instanceof ScalarFault) return value;
  if (sign !== 'not zero' && value.num < 0n) return refuse('negative', `${what}, ${sign}`);
  if (sign !== 'not negative' && value.num === 0n) return refuse('zero', `${what}, ${sign}`);
  if (minimum !== undefined && compareRatios(value, ratio(BigInt(minimum))) < 0) {
    return refuse('below-minimum', `${what}, at least ${minimum}`);
  }
  if (compareRatios(value, greatest) > 0 || compareRatios(value, ratio(-greatest.num)) < 0)
    return outOfRange('at most 10^15');
  if (!rounded && exactNanos(value) === null) {
    return new ScalarFault(
      'too-many-decimals',
      'Amounts have at most nine decimals.',
      `${what} with at most nine decimals`,
    );
  }
  return value;
}

/** The exact value of a number, or of decimal text without exponent. */
function readExact(node: JsonNode, what: string): Ratio | ScalarFault {
  const expected = `${what}: a number or decimal text such as "12.5"`;
  if (node.kind !== 'number' && node.kind !== 'string') return wrongKind(expected);
  const text = node.kind === 'number' ? node.text : node.value;
  if (node.kind === 'string' && /[eE]/.test(text))
    return new ScalarFault('amount-text', 'Decimal text has no exponent.', expected);
  const value = readDecimal(text);
  if (value) {
    const minusZero = value.num === 0n && text.startsWith('-');
    return minusZero ? new ScalarFault('amount-text', 'Zero has no sign.', expected) : value;
  }
  if (node.kind === 'number' || new RegExp(decimalText).test(text)) return outOfRange('at most 40 digits and 10^15');
  return new ScalarFault('amount-text', 'This is not decimal text.', expected);
}

function readModelNumber(node: JsonNode, terms: ModelNumberTerms): number | ScalarFault {
  const { what, minimum, maximum, below } = terms;
  const exact = readExact(node, what);
  if (exact instanceof ScalarFault) return exact;
  const value = node.kind === 'number' ? Number(node.text) : node.kind === 'string' ? Number(node.value) : NaN;
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) return outOfRange('at most 10^15');
  if (minimum !== undefined && value < minimum)
    return refuse(minimum === 0 ? 'negative' : 'below-minimum', `${what}, at least ${minimum}`);
  if (maximum !== undefined && value > maximum) return refuse('out-of-range', `${what}, at most ${maximum}`);
  if (below !== undefined && value >= below) return refuse('out-of-range', `${what}, below ${below}`);
  return value;
}

function refuse(code: string, expected: string): ScalarFault {
  return new ScalarFault(code, `This has to be ${expected}.`, expected);
}

function outOfRange(limit: string): ScalarFault {
  return new ScalarFault('out-of-range', 'This number is beyond what can be computed exactly.', limit);
}

function jsonSchemaOf({ sign, minimum }: AmountTerms): Record<string, unknown> {
  const bound =
    minimum !== undefined
      ? { minimum }
      : sign === 'positive'
        ? { exclusiveMinimum: 0 }
        : sign === 'not negative'
          ? { minimum: 0 }
          : {};
  return {
    anyOf: [
      { type: 'number', ...bound },
      { type: 'string', pattern: decimalText },
    ],
  };
}
