import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import { formatPath } from '../../../../shared/base/jsonPath.ts';
import type { JsonPath } from '../edit/jsonValue.ts';
import { keyOrder } from '../edit/keyOrder.ts';
import { parsePath } from '../edit/jsonPath.ts';

const none: readonly Diagnostic[] = [];

/** Problems by place: those of the value at a path and of all that it holds. */
export function problemIndex(problems: readonly Diagnostic[]): (path: JsonPath) => readonly Diagnostic[] {
  const byPlace = new Map<string, Diagnostic[]>([['', [...problems]]]);
  for (const problem of problems) {
    const steps = parsePath(problem.path);
    for (let length = 1; length <= steps.length; length++) {
      const place = formatPath(steps.slice(0, length));
      const here = byPlace.get(place);
      if (here) here.push(problem);
      else byPlace.set(place, [problem]);
    }
  }
  return (path) => byPlace.get(formatPath(path)) ?? none;
}

/** Of the problems under an object, those that no field of the form shows: its own, and those of keys that the format does not have. */
export function strayProblems(under: readonly Diagnostic[], path: JsonPath): Diagnostic[] {
  const known = keyOrder(path);
  return under.filter((problem) => {
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
