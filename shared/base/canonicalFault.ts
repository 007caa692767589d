const deepest = 100;

/**
 * Why a parsed JSON value has no canonical form that all programs agree on, or null: half of a surrogate pair, a number beyond
 * what a double holds, minus zero, or more than 100 levels. To be asked before `canonicalJson` of what comes from outside.
 */
export function canonicalFault(value: unknown): string | null {
  return faultIn(value, 0);
}

function faultIn(value: unknown, depth: number): string | null {
  if (depth > deepest) return `it is nested deeper than ${deepest} levels`;
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? null : 'a text holds half of a surrogate pair';
    case 'number':
      if (!Number.isFinite(value)) return 'a number is too large';
      return Object.is(value, -0) ? 'a number is minus zero' : null;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? faultInItems(value, depth + 1) : faultInMembers(value, depth + 1);
    default:
      return null;
  }
}

function faultInItems(items: readonly unknown[], depth: number): string | null {
  for (const item of items) {
    const fault = faultIn(item, depth);
    if (fault !== null) return fault;
  }
  return null;
}

function faultInMembers(object: object, depth: number): string | null {
  for (const key of Object.keys(object)) {
    if (!key.isWellFormed()) return 'a key holds half of a surrogate pair';
    const fault = faultIn((object as Readonly<Record<string, unknown>>)[key], depth);
    if (fault !== null) return fault;
  }
  return null;
}
