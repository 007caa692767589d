import { canonicalJson, type JsonValue } from '../../base/canonicalJson.ts';
import type { QuoteChange } from './quoteSchema.ts';

type JsonObject = { readonly [key: string]: JsonValue | undefined };

/** Keys by which elements of a list are known, so that one more among them does not make all of the others differ. */
const names = ['id', 'label', 'model', 'percent'] as const;

/**
 * What differs between two values, leaf by leaf: its path, and each side as text (null: there is none). Elements of lists that all
 * have a name of their own are matched by it (`models[inference]`), others by their place.
 */
export function* changedLeaves(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path = '',
): Generator<QuoteChange> {
  if (isSame(before, after)) return;
  if (isObject(before) && isObject(after)) {
    for (const key of union(Object.keys(before), Object.keys(after))) {
      yield* changedLeaves(before[key], after[key], path === '' ? key : `${path}.${key}`);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) return yield* changedElements(before, after, path);
  yield { path, before: textOf(before), after: textOf(after) };
}

type JsonList = readonly JsonValue[];

function* changedElements(before: JsonList, after: JsonList, path: string): Generator<QuoteChange> {
  const keyed = byName(before, after);
  if (keyed) {
    const [old, now] = keyed;
    for (const key of union([...old.keys()], [...now.keys()])) {
      yield* changedLeaves(old.get(key), now.get(key), `${path}[${key}]`);
    }
    return;
  }
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    yield* changedLeaves(before[index], after[index], `${path}[${index}]`);
  }
}

/** Both lists by the names of their elements, where each has one and in neither two share one. */
function byName(before: JsonList, after: JsonList): readonly [Map<string, JsonValue>, Map<string, JsonValue>] | null {
  for (const name of names) {
    const [old, now] = [mapBy(before, name), mapBy(after, name)];
    if (old && now) return [old, now];
  }
  return null;
}

function mapBy(list: JsonList, name: string): Map<string, JsonValue> | null {
  const map = new Map<string, JsonValue>();
  for (const element of list) {
    const key = isObject(element) ? element[name] : undefined;
    if (typeof key !== 'string' && typeof key !== 'number') return null;
    map.set(String(key), element);
  }
  return map.size === list.length ? map : null;
}

function union(first: readonly string[], second: readonly string[]): Set<string> {
  return new Set([...first, ...second]);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before === after || canonicalJson(before) === canonicalJson(after);
}

const longest = 300;

function textOf(value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > longest ? `${text.slice(0, longest).replace(/\p{Surrogate}$/u, '')}…` : text;
}
