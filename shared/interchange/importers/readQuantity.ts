import { formatDecimal, readDecimal } from '../../base/decimal.ts';
import { err, ok, type Result } from '../../base/result.ts';

const plainWhole = /^(?:0|[1-9]\d{0,14})$/;

/**
 * A quantity as plain decimal text (no exponent, no trailing zeros), or the reason why the text is none. The grammar is
 * JSON's for numbers not below zero, with spaces around it allowed; with `decimalComma` the comma stands for the point.
 * Thousands separators, signs, other digits and hexadecimal are refused, never guessed at.
 */
export function readQuantity(text: string, decimalComma: boolean): Result<string, string> {
  if (plainWhole.test(text)) return ok(text);
  const trimmed = text.trim();
  if (trimmed === '') return err('the quantity is empty');
  if (decimalComma && trimmed.includes('.')) return err('a point stands in a number with a decimal comma');
  const value = readDecimal(decimalComma ? trimmed.replace(',', '.') : trimmed);
  if (value === null) return err(whyNot(trimmed, decimalComma));
  if (value.num < 0n || trimmed.startsWith('-')) return err('the quantity is negative');
  const plain = formatDecimal(value);
  return plain === null ? err('the number has too many digits') : ok(plain);
}

function whyNot(text: string, decimalComma: boolean): string {
  if (/^\(.*\)$|-$/.test(text)) return 'not a number: a negative amount in the notation of accountants';
  if (!decimalComma && /^\d+,\d+$/.test(text)) return 'not a number: a comma (is it a decimal comma?)';
  if (/^[\d.,' \u00a0\u202f]+$/.test(text) && /[,' \u00a0\u202f]/.test(text)) {
    return 'not a number: separators of thousands are not read';
  }
  if (/^0\d/.test(text)) return 'not a number: it begins with a zero';
  if (/^\d+$|^[\d.eE+-]+$/.test(text)) return 'not a number within 40 digits, written as in 1234.56';
  return 'not a number: expected digits, as in 1234.56';
}
