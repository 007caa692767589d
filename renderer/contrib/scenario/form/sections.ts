import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import { parsePath } from '../edit/jsonPath.ts';
import type { JsonPath } from '../edit/jsonValue.ts';

/** The parts of the form in their order, each with the document's parts that it shows. */
export const sections = [
  { id: 'general', title: 'General', shows: ['format', 'name', 'currency', 'timeZone', 'horizon', 'policy'] },
  { id: 'catalog', title: 'Catalog', shows: ['catalog'] },
  { id: 'plans', title: 'Plans', shows: ['plans'] },
  { id: 'opening', title: 'Opening balances', shows: ['opening'] },
  { id: 'timeline', title: 'Timeline', shows: ['timeline'] },
  { id: 'meters', title: 'Meters', shows: ['meters'] },
  { id: 'models', title: 'Demand models', shows: ['usage.models', 'usage.asOf'] },
  { id: 'usage', title: 'Usage rows', shows: ['usage.events'] },
  { id: 'files', title: 'Usage files', shows: ['usage.files'] },
] as const;

export type SectionId = (typeof sections)[number]['id'];

/** The section that shows a path; General where none does. */
export function sectionOf(path: JsonPath): SectionId {
  const [first, second] = path;
  const start = first === 'usage' && typeof second === 'string' ? `usage.${second}` : String(first ?? '');
  const shown = sections.find(({ shows }) => (shows as readonly string[]).includes(start));
  return shown?.id ?? (first === 'usage' ? 'usage' : 'general');
}

/** How many errors and warnings each section has. */
export function problemCounts(
  problems: readonly Diagnostic[],
): ReadonlyMap<SectionId, Record<'error' | 'warning', number>> {
  const counts = new Map<SectionId, Record<'error' | 'warning', number>>();
  for (const problem of problems) {
    const id = sectionOf(parsePath(problem.path));
    const count = counts.get(id) ?? { error: 0, warning: 0 };
    count[problem.severity] += 1;
    counts.set(id, count);
  }
  return counts;
}
