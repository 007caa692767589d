import fc from 'fast-check';

/** The part of JSON Schema that the parameters of methods come to. `{}`: checked by a function that a schema cannot tell. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** Random values that a schema allows; what a schema cannot tell (a refinement) is left to the caller to filter. */
export function valueOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { anyOf = schema.oneOf, type } = schema;
  if (anyOf) return fc.oneof(...anyOf.map(valueOf));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (type === 'object') return objectOf(schema);
  if (type === 'array') return arrayOf(schema);
  if (type === 'string') return textOf(schema);
  if (type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31) });
  if (type === 'number') return fc.double({ ...rangeOf(schema), noNaN: true });
  if (type === 'boolean') return fc.boolean();
  return fc.constant(type === 'null' ? null : undefined);
}

function objectOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([key, schema]) => [key, valueOf(schema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
}

function arrayOf({ items, prefixItems, minItems = 0, maxItems = 3 }: JsonSchema): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map(valueOf));
  return fc.array(valueOf(items || {}), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) });
}

/** Texts for patterns that name Unicode classes, of which no text can be drawn. */
const plainTexts = ['acme.csv', 'Q-1', 'x'];

function textOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 40, format } = schema;
  const patterns = patternsOf(schema);
  if (format === 'date') return fc.constant('2026-01-31');
  if (patterns.length === 0) return fc.string({ minLength, maxLength: Math.min(maxLength, Math.max(minLength, 40)) });
  if (patterns.length > 1 || /\\p\{/i.test(patterns[0]!)) {
    return fc.constantFrom(...plainTexts.filter((text) => patterns.every((each) => new RegExp(each, 'u').test(text))));
  }
  return fc.stringMatching(new RegExp(patterns[0]!), { size: 'small' });
}

/** Every pattern that a text must match. */
export function patternsOf({ pattern, allOf = [] }: JsonSchema): readonly string[] {
  return [...(pattern === undefined ? [] : [pattern]), ...allOf.flatMap(patternsOf)];
}

function rangeOf({ minimum, exclusiveMinimum, maximum = 1000 }: JsonSchema) {
  const min = minimum ?? exclusiveMinimum ?? 0;
  return { min, max: maximum, minExcluded: exclusiveMinimum !== undefined };
}
