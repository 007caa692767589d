import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import { formatPath } from '../../../../shared/base/jsonPath.ts';
import type { JsonPath } from '../edit/jsonValue.ts';
import { keyOrder } from '../edit/keyOrder.ts';
import { parsePath } from '../edit/jsonPath.ts';

/** Problems of the value at a path and of all that it holds. */
export function problemsUnder(problems: readonly Diagnostic[], path: JsonPath): Diagnostic[] {
  const start = formatPath(path);
  return problems.filter(({ path: written }) => {
    if (start === '' || written === start) return true;
    return written.startsWith(start) && /^[.[]/.test(written.slice(start.length));
  });
}

/** Problems of an object that no field of the form shows: its own, and those of keys that the format does not have. */
export function strayProblems(problems: readonly Diagnostic[], path: JsonPath): Diagnostic[] {
  const known = keyOrder(path);
  return problemsUnder(problems, path).filter((problem) => {
    const next = parsePath(problem.path)[path.length];
    return next === undefined || (typeof next === 'string' && !known.includes(next));
  });
}

/** The same fault found by two checkers is one. */
export function withoutDoubles(problems: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.code} ${problem.file ?? ''} ${problem.path} ${problem.place?.offset ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
