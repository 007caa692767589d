import type { Diagnostic } from '../../../shared/base/diagnostic.ts';

/** The problems of a place in a document: those of the value there, of what holds it, else of what is in it; all where there are none. */
export function problemsAt(problems: readonly Diagnostic[], place: string | undefined): readonly Diagnostic[] {
  if (place === undefined || place === '') return problems;
  const around = problems.filter(({ path }) => path !== '' && isIn(place, path));
  const inside = problems.filter(({ path }) => isIn(path, place));
  return [around, inside].find((some) => some.length > 0) ?? problems;
}

function isIn(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`);
}
