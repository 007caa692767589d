const loneSurrogate = /\p{Surrogate}/u;
const deepest = 100;

/**
 * Why a parsed JSON value has no canonical form that all programs agree on, or null: half of a surrogate pair, a number beyond
 * what a double holds, minus zero, or more than 100 levels. To be asked before `canonicalJson` of what comes from outside.
 */
export function canonicalFault(value: unknown): string | null {
  const open: (readonly [value: unknown, depth: number])[] = [[value, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [each, depth] = next;
    const fault = ownFault(each, depth);
    if (fault !== null) return fault;
    if (typeof each !== 'object' || each === null) continue;
    for (const [key, member] of Object.entries(each)) {
      if (loneSurrogate.test(key)) return 'a key holds half of a surrogate pair';
      open.push([member, depth + 1]);
    }
  }
  return null;
}

function ownFault(value: unknown, depth: number): string | null {
  if (depth > deepest) return `it is nested deeper than ${deepest} levels`;
  if (typeof value === 'string' && loneSurrogate.test(value)) return 'a text holds half of a surrogate pair';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number is too large';
  return Object.is(value, -0) ? 'a number is minus zero' : null;
}
