import { formatDecimal, readDecimal } from '../../base/decimal.ts';
import { divide, multiply, ratio } from '../../base/ratio.ts';
import type { AuditMapping, MappedNumbers } from '../auditMapping.ts';

/**
 * Reads a foreign number as plain decimal text; null where it is none by the mapping's grammar. A currency sign and parentheses belong to
 * it only where the map says so. Nothing is guessed at.
 */
export function plainNumber(text: string, { decimalComma, thousands, ...marks }: MappedNumbers): string | null {
  const { digits, negative } = withoutMarks(text.trim(), marks);
  if (!patternOf(decimalComma, thousands).test(digits)) return null;
  const plain = thousands === undefined ? digits : digits.replaceAll(betweens[thousands], '');
  return `${negative ? '-' : ''}${plain.replace(',', '.').replace(/^0+(?=\d)/, '')}`;
}

const betweens = { '.': /\./g, ',': /,/g, "'": /'/g, ' ': /[ \u00a0\u202f]/g } as const;
/** Patterns that were made: a file has millions of numbers in one form. */
const patterns = new Map<string, RegExp>();

function patternOf(decimalComma: boolean, thousands: MappedNumbers['thousands']): RegExp {
  const key = `${decimalComma} ${thousands}`;
  const known = patterns.get(key);
  if (known) return known;
  const whole = thousands === undefined ? '\\d+' : `\\d{1,3}(?:${betweens[thousands].source}\\d{3})+|\\d+`;
  const pattern = new RegExp(`^(?:${whole})(?:${decimalComma ? ',' : '\\.'}\\d+)?$`);
  patterns.set(key, pattern);
  return pattern;
}

/** A number without its sign, its currency and its parentheses, each of which stands once. */
function withoutMarks(
  text: string,
  { currency, parentheses }: Pick<MappedNumbers, 'currency' | 'parentheses'>,
): { readonly digits: string; readonly negative: boolean } {
  let digits = text;
  let sign: string | null = null;
  let paid = currency === undefined;
  for (;;) {
    if (!paid && digits.startsWith(currency!)) {
      digits = digits.slice(currency!.length).trimStart();
      paid = true;
    } else if (!paid && digits.endsWith(currency!)) {
      digits = digits.slice(0, -currency!.length).trimEnd();
      paid = true;
    } else if (sign === null && /^[+\u2212-]/.test(digits)) {
      sign = digits[0]!;
      digits = digits.slice(1);
    } else if (sign === null && parentheses && /^\(.*\)$/.test(digits)) {
      sign = '-';
      digits = digits.slice(1, -1).trim();
    } else return { digits, negative: sign !== null && sign !== '+' };
  }
}

/** A foreign amount as credits in decimal text; null where it is none, or not a credit amount of at most nine decimals. */
export function plainCredits(text: string, mapping: AuditMapping): string | null {
  const plain = plainNumber(text, mapping);
  if (plain === null || mapping.unit === 'credits') return plain;
  const cents = readDecimal(plain);
  const price = readDecimal(mapping.centsPerCredit ?? '');
  return cents && price && formatDecimal(divide(cents, price));
}

/** What a map makes of a word of the file; undefined where it does not name it. Words such as `constructor` are words like any other. */
export function wordIn<T>(words: Readonly<Record<string, T>> | undefined, text: string): T | undefined {
  return words !== undefined && Object.hasOwn(words, text) ? words[text] : undefined;
}

/** The sum of two amounts in decimal text. */
export function addText(left: string, right: string): string {
  const a = readDecimal(left === '' ? '0' : left)!;
  const b = readDecimal(right === '' ? '0' : right)!;
  return formatDecimal({ num: a.num * b.den + b.num * a.den, den: a.den * b.den })!;
}

/** The amount with the other sign. */
export function negated(text: string): string {
  const value = readDecimal(text);
  return value ? formatDecimal(multiply(value, ratio(-1n)))! : text;
}

const unixDigits: Readonly<Record<string, number>> = { seconds: 0, milliseconds: 3, nanoseconds: 9 };

/** Makes the reader of a form of times: to ISO text, or null where a text has another form. */
export function timeText(form: string): (text: string) => string | null {
  if (form === 'iso') return (text) => text.trim().replace(' ', 'T');
  const scale = unixDigits[form];
  if (scale !== undefined) return (text) => unixText(text.trim(), scale);
  const tokens = { YYYY: '(?<YYYY>\\d{4})', MM: '(?<MM>\\d{2})', DD: '(?<DD>\\d{2})', HH: '(?<HH>\\d{2})' };
  const all: Readonly<Record<string, string>> = { ...tokens, mm: '(?<mm>\\d{2})', ss: '(?<ss>\\d{2})' };
  const escaped = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const pattern = new RegExp(`^${escaped.replace(/YYYY|MM|DD|HH|mm|ss/g, (token) => all[token]!)}$`);
  return (text) => {
    const { YYYY, MM, DD, HH = '00', mm = '00', ss = '00' } = pattern.exec(text.trim())?.groups ?? {};
    return YYYY && MM && DD ? `${YYYY}-${MM}-${DD}T${HH}:${mm}:${ss}` : null;
  };
}

/** Whether a form of times is one that can be read: a pattern names year, month and day once. */
export function isTimeForm(form: string): boolean {
  if (form === 'iso' || form in unixDigits) return true;
  const count = (token: string): number => form.split(token).length - 1;
  return (
    ['YYYY', 'MM', 'DD'].every((token) => count(token) === 1) && ['HH', 'mm', 'ss'].every((token) => count(token) < 2)
  );
}

function unixText(text: string, scale: number): string | null {
  if (!/^\d{1,19}$/.test(text)) return null;
  const milliseconds = (BigInt(text) * 1000n) / 10n ** BigInt(scale);
  return milliseconds < 4_102_444_800_000n ? new Date(Number(milliseconds)).toISOString() : null;
}
