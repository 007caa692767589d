import { formatPath } from '../base/jsonPath.ts';
import type { UsageColumns, UsageSource } from '../engine/program.ts';
import type { FaultList } from './faultList.ts';
import type { Scenario } from './scenario.ts';

interface Compiled {
  readonly scenario: Scenario;
  readonly usage: UsageColumns;
  readonly sources: readonly UsageSource[];
  readonly faults: FaultList;
}

/** Reports usage events that share an id, wherever they come from, naming both places. @rule R23 */
export function reportDuplicateUsage(compiled: Compiled): void {
  const { usage, sources, scenario, faults } = compiled;
  if (onlyModels(scenario)) return;
  const ids = new Set<string>();
  let named = 0;
  for (let row = 0; row < usage.count && !faults.isFull(); row++) {
    const id = usage.ids[row]!;
    if (id === '') continue;
    named += 1;
    ids.add(id);
    if (ids.size === named) continue;
    named -= 1;
    const first = usage.ids.indexOf(id);
    report(compiled, id, sortBySource(usage, sources, first, row));
  }
}

/** Events of models alone cannot clash: model ids differ, and their dates do. */
function onlyModels({ events, files, models }: Scenario): boolean {
  return events.length === 0 && files.length === 0 && !models.some(({ id }) => id.includes('/'));
}

/** The row that the document names first, then the other. */
function sortBySource(
  usage: UsageColumns,
  sources: readonly UsageSource[],
  first: number,
  second: number,
): readonly [number, number] {
  const order = (row: number): number => usage.source[row]! * 2 ** 32 + usage.position[row]!;
  return sources.length > 0 && order(second) < order(first) ? [second, first] : [first, second];
}

function report(compiled: Compiled, id: string, [first, second]: readonly [number, number]): void {
  const { faults } = compiled;
  const earlier = placeOf(compiled, first);
  const later = placeOf(compiled, second);
  faults.add({
    code: 'duplicate-id',
    path: later.path,
    message: `The usage event ${id} stands twice: at ${earlier.text} and at ${later.text}.`,
    expected: 'one usage event of that id',
    actual: id,
    ...(later.file === undefined ? {} : { file: later.file, line: later.line }),
  });
}

function placeOf({ usage, sources }: Compiled, row: number) {
  const source = sources[usage.source[row]!]!;
  const position = usage.position[row]!;
  if (source.kind === 'file') {
    const text = `${source.path}:${position}`;
    return { path: ['usage', 'files', source.index], text, file: source.path, line: position };
  }
  const path = source.kind === 'events' ? ['usage', 'events', position, 'id'] : ['usage', 'models', source.index];
  return { path, text: formatPath(path), file: undefined, line: 0 };
}
