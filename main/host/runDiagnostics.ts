import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import { parsePath } from '../../shared/base/jsonPath.ts';
import type { JsonText } from '../../shared/base/jsonText.ts';
import type { RunRefusal } from '../../shared/engine/outcome.ts';

const words: Record<RunRefusal['code'], string> = {
  'already-subscribed': 'A subscription runs at this time already.',
  'not-subscribed': 'No subscription runs at this time.',
  'no-prepaid-price': 'Nothing gives a price for these prepaid credits: neither the purchase nor the plan.',
  'below-zero': 'This would take a balance below zero.',
  'beyond-range': 'The amounts are beyond what is counted exactly.',
};

/** What the run refused, as faults in the text of the scenario, each in its place. @rule R8 R17 R26 */
export function runDiagnostics(refusals: readonly RunRefusal[], json: JsonText): readonly Diagnostic[] {
  return refusals.map(({ code, path, expected, actual }) => ({
    code,
    severity: 'error',
    path,
    place: json.placeAt(parsePath(path) ?? []),
    message: words[code],
    expected,
    actual,
  }));
}
