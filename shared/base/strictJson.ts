import { defaultJsonLimits, readJsonText, type JsonLimits } from './jsonText.ts';
import { err, ok, type Result } from './result.ts';

/** The value of a JSON text that is read strictly, as `readJsonText` does, or its first fault in words, with its line. */
export function strictJson(text: string, limits: JsonLimits = defaultJsonLimits): Result<unknown, string> {
  const fault = readJsonText(text, limits).faults.find(({ severity }) => severity === 'error');
  if (fault) return err(`${fault.place ? `line ${fault.place.line}: ` : ''}${fault.message}`);
  return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
}
