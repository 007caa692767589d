/** A broken invariant: a mistake of ours, never of the user's input. Caught only at the edges of the process. */
export class BugError extends Error {
  override name = 'BugError';
}

/** Throws a `BugError` unless the invariant holds. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new BugError(`broken invariant: ${invariant}`);
}

/** Marks a branch that the types rule out. */
export function unreachable(value: never): never {
  throw new BugError(`unreachable: ${String(value)}`);
}
