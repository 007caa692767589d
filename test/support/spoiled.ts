import { patternsOf, type JsonSchema } from './jsonSchemaValue.ts';

/** A value with one thing wrong in it. */
export interface Spoiled {
  readonly what: string;
  readonly value: unknown;
}

/** Texts of this length and longer are only worth their cost where nothing is copied. */
const longestText = 100_000;

/** Every way in which one part of a good value can be wrong, by the schema that allows the value. */
export function spoiled(schema: JsonSchema, value: unknown): readonly Spoiled[] {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) {
    const fitting = branches.find((branch) => fits(branch, value));
    const inside = fitting && isObject(value) ? within(fitting, value) : [];
    return [...wrongTypes(branches.flatMap(typesOf)), ...inside];
  }
  return [...wrongTypes(typesOf(schema)), ...outOfBounds(schema, value), ...within(schema, value)];
}

const samples: readonly (readonly [type: string, value: unknown])[] = [
  ['null', null],
  ['boolean', true],
  ['number', 1.5],
  ['string', 'nonsense'],
  ['array', []],
  ['object', {}],
];

function wrongTypes(allowed: readonly string[]): readonly Spoiled[] {
  const wrong = samples
    .filter(([type]) => !allowed.includes(type))
    .map(([type, value]) => ({ what: `a ${type}`, value }));
  const notFinite = [NaN, Infinity, -Infinity].map((value) => ({ what: String(value), value }));
  return [...wrong, ...notFinite, { what: 'a deep nest', value: nest(1000) }];
}

/** Types that a schema allows; `{}` stands for a choice or a number, which are neither lists nor objects. */
function typesOf(schema: JsonSchema): readonly string[] {
  const { type, anyOf = schema.oneOf } = schema;
  if (anyOf) return anyOf.flatMap(typesOf);
  if ('const' in schema) return schema.const === null ? ['null'] : [];
  if (schema.enum) return [];
  if (type === undefined) return ['null', 'boolean', 'number'];
  return [type];
}

function outOfBounds({ type, minimum, maximum, ...schema }: JsonSchema, value: unknown): readonly Spoiled[] {
  const { minLength = 0, maxLength = Infinity, maxItems = Infinity, minItems = 0 } = schema;
  const found: Spoiled[] = [];
  const add = (what: string, wrong: unknown) => found.push({ what, value: wrong });
  if (type === 'number' || type === 'integer') {
    if (minimum !== undefined) add('below', minimum - 1);
    if (maximum !== undefined) add('above', maximum + 1);
    if (maximum !== undefined) add('huge', Number.MAX_VALUE);
  }
  if (type === 'string') {
    if (minLength > 0) add('an empty text', '');
    if (maxLength < longestText) add('too long a text', 'x'.repeat(maxLength + 1));
    const hostile = ['', '\ud800', '../x\n', '__proto__'];
    for (const text of hostile.filter((each) =>
      patternsOf(schema).some((pattern) => !new RegExp(pattern, 'u').test(each)),
    )) {
      add(JSON.stringify(text), text);
    }
  }
  if (type === 'array' && Array.isArray(value)) {
    if (minItems > 0) add('an empty list', []);
    if (maxItems < 10_000)
      add(
        'too long a list',
        Array.from({ length: maxItems + 1 }, () => value[0] ?? null),
      );
  }
  return found;
}

/** What can be wrong with the parts of an object or a list, put back into the whole. */
function within(schema: JsonSchema, value: unknown): readonly Spoiled[] {
  if (Array.isArray(value)) {
    const of = (index: number) => schema.prefixItems?.[index] ?? (schema.items || {});
    return value.flatMap((item, index) =>
      spoiled(of(index), item).map(({ what, value: bad }) => ({
        what: `${index}: ${what}`,
        value: value.with(index, bad),
      })),
    );
  }
  if (!isObject(value)) return [];
  const { properties = {}, required = [] } = schema;
  const keys = ['extra', 'constructor', 'toString', '__proto__'].map((key) => ({
    what: `the key ${key}`,
    value: withKey(value, key, { polluted: true }),
  }));
  const missing = required.map((key) => ({
    what: `no ${key}`,
    value: Object.fromEntries(Object.entries(value).filter(([each]) => each !== key)),
  }));
  const inside = Object.entries(value).flatMap(([key, part]) =>
    spoiled(properties[key] ?? {}, part).map(({ what, value: bad }) => ({
      what: `${key}: ${what}`,
      value: withKey(value, key, bad),
    })),
  );
  return [...keys, ...missing, ...inside];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether this is the branch that a value was made by. */
function fits(schema: JsonSchema, value: unknown): boolean {
  if (schema.type === 'array') return Array.isArray(value);
  if (schema.type !== 'object' || !isObject(value)) return false;
  const { properties = {}, required = [] } = schema;
  const fixed = Object.entries(properties).filter(([, part]) => 'const' in part);
  const known = required.every((key) => key in value) && Object.keys(value).every((key) => key in properties);
  return known && fixed.every(([key, part]) => value[key] === part.const);
}

/** The object with one own key more, `__proto__` too. */
function withKey(value: object, key: string, part: unknown): object {
  return Object.defineProperty({ ...value }, key, {
    value: part,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function nest(depth: number): unknown {
  let inner: unknown = 1;
  for (let level = 0; level < depth; level++) inner = [inner];
  return inner;
}
