import { canonicalFault } from '../../base/canonicalFault.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { formatPath, type PathSteps } from '../../base/jsonPath.ts';
import { defaultJsonLimits, readJsonText } from '../../base/jsonText.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { quoteFormat, quoteSchema, type Quote } from './quoteSchema.ts';

/** The longest text of a sealed quote, in UTF-16 units. */
export const longestQuote = 20_000_000;

const mostFaults = 20;

/** Reads a sealed quote strictly: what is not of its format is told, each fault with its place. Its hash is not looked at here. */
export function readQuote(text: string): Result<Quote, readonly Diagnostic[]> {
  const json = readJsonText(text, { ...defaultJsonLimits, length: longestQuote, faults: mostFaults });
  if (json.faults.some(({ severity }) => severity === 'error')) return err(json.faults);
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (formatOf(value) !== quoteFormat) {
    const place = json.placeAt(['format']);
    const message = 'This is no sealed quote of a format that is known here.';
    return err([{ code: 'format', severity: 'error', path: 'format', place, message, expected: quoteFormat }]);
  }
  const fault = canonicalFault(value);
  if (fault !== null)
    return err([{ code: 'quote', severity: 'error', path: '', place: null, message: `In it ${fault}.` }]);
  const read = quoteSchema.safeParse(value);
  if (read.success) return ok(read.data);
  return err(
    read.error.issues.slice(0, mostFaults).map(({ path, message }): Diagnostic => {
      const steps = path.filter((step) => typeof step !== 'symbol') as PathSteps;
      const place = json.placeAt(steps);
      return { code: 'quote', severity: 'error', path: formatPath(steps), place, message: `${message}.` };
    }),
  );
}

function formatOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
}
