import type { JsonValue } from '../base/canonicalJson.ts';
import { formatDecimal, readDecimal } from '../base/decimal.ts';
import type { JsonNode } from '../base/jsonNode.ts';
import { compareRatios } from '../base/ratio.ts';

/**
 * The document of a scenario without faults, as it is kept beside what was run from it. A number that binary floating point
 * cannot hold becomes decimal text, which means the same: kept as a number it would be another amount.
 */
export function scenarioAsRun(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, scenarioAsRun(value)]));
    case 'array':
      return node.items.map(scenarioAsRun);
    case 'number':
      return numberAsRun(node.text);
    case 'string':
    case 'boolean':
      return node.value;
    default:
      return null;
  }
}

function numberAsRun(text: string): number | string {
  const binary = Number(text);
  const exact = readDecimal(text);
  const kept = readDecimal(String(binary));
  if (!exact || (kept && compareRatios(exact, kept) === 0)) return binary;
  return formatDecimal(exact) ?? binary;
}
