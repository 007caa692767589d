import { schemaHelp } from '../../draft/schemaHelp.ts';
import type { JsonPath } from '../../edit/jsonValue.ts';
import { scenarioSchema } from '../../scenarioSchema.ts';

const known = new Map<string, string>();

/** The sentence of the format's schema on the value at a path. */
export function useHelp(path: JsonPath): string {
  const kind = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  const help = known.get(kind) ?? schemaHelp(scenarioSchema, path);
  known.set(kind, help);
  return help;
}
