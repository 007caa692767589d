import type { JsonValue } from '../../base/canonicalJson.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { nodeAt } from '../../base/jsonPath.ts';
import { readJsonText, type JsonText } from '../../base/jsonText.ts';
import { decoderOf, refused } from '../../scenario/decodeNode.ts';
import { faultList, type FaultList } from '../../scenario/faultList.ts';
import { scenarioAsRun } from '../../scenario/scenarioAsRun.ts';
import type { Comparison, Variant } from './comparison.ts';
import { comparisonSchema, fewestVariants, type ComparisonDocument } from './comparisonSchema.ts';

/** What a comparison's text came to. */
export interface DecodedComparison {
  readonly comparison: Comparison | null;
  readonly diagnostics: readonly Diagnostic[];
}

const decodeDocument = decoderOf(comparisonSchema);

/** Reads a comparison document: strict JSON, the schema, and that names differ. Reports all faults at once, each in its place. */
export function decodeComparison(text: string): DecodedComparison {
  const json = readJsonText(text);
  const faults = faultList(json);
  faults.diagnostics.push(...json.faults);
  if (!json.root || json.broken) return { comparison: null, diagnostics: json.faults };
  const document = decodeDocument(json.root, faults);
  if (document !== refused) checkVariants(document, faults);
  const good = document !== refused && json.faults.length === 0 && !faults.hasErrors();
  return { comparison: good ? comparisonOf(document, json) : null, diagnostics: faults.diagnostics };
}

/** What no single key shows: too few variants, two of one name, a price that changes nothing. */
function checkVariants({ variants }: ComparisonDocument, faults: FaultList): void {
  if (variants.length < fewestVariants) {
    const message = `A comparison has at least ${fewestVariants} variants.`;
    faults.add({ code: 'wrong-length', path: ['variants'], message, expected: `at least ${fewestVariants} variants` });
  }
  const names = new Map<string, number>();
  for (const [index, variant] of variants.entries()) {
    if (!variant) continue;
    const first = names.get(variant.name);
    if (first === undefined) names.set(variant.name, index);
    else {
      const message = `Two variants have the name ${variant.name}, first at variants[${first}].name.`;
      faults.add({ code: 'duplicate-id', path: ['variants', index, 'name'], message, expected: 'a name of its own' });
    }
    for (const [number, change] of (variant.changes ?? []).entries()) {
      if (change?.do !== 'price' || change.flex || change.prepaid) continue;
      const path = ['variants', index, 'changes', number];
      const message = 'This price changes nothing: it gives neither flex nor prepaid.';
      faults.add({ code: 'missing-key', path, message, expected: 'flex or prepaid' });
    }
  }
}

function comparisonOf({ name, base, variants }: ComparisonDocument, json: JsonText): Comparison {
  return { name, base, json, variants: variants.map((variant, index) => variantOf(variant, { base, index, json })) };
}

function variantOf(
  { name, scenario, changes }: ComparisonDocument['variants'][number],
  { base, index, json }: { readonly base: string; readonly index: number; readonly json: JsonText },
): Variant {
  const written = (number: number) => scenarioAsRun(nodeAt(json.root!, ['variants', index, 'changes', number]).node);
  return {
    name,
    scenario: scenario ?? base,
    changes: (changes ?? []).map((change, number) => ({
      change,
      written: written(number) as Record<string, JsonValue>,
    })),
  };
}
