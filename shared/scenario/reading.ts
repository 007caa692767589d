import type { PathSteps } from '../base/jsonPath.ts';
import { memberOf } from '../base/jsonNode.ts';
import type { JsonText } from '../base/jsonText.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { FaultList } from './faultList.ts';
import type { ScenarioDocument } from './schema.ts';

/** A document whose faulty keys are left out and whose lists have holes for faulty elements. */
export type PartialDocument = Partial<Omit<ScenarioDocument, 'usage' | 'opening'>> & {
  readonly usage?: Partial<NonNullable<ScenarioDocument['usage']>>;
  readonly opening?: Partial<NonNullable<ScenarioDocument['opening']>>;
};

/** What the checks of a document share. */
export interface Reading {
  readonly document: PartialDocument;
  readonly json: JsonText;
  readonly faults: FaultList;
  readonly zone: Zone;
  /** The instant of a time whose form was checked; NaN where it names none. */
  instantOf(text: string): number;
  readonly catalog: Catalog | null;
  /** Milliseconds UTC; NaN where the horizon is faulty, so that nothing lies outside it. */
  readonly start: number;
  readonly end: number;
}

/** The elements of a list that were not refused, with their index. */
export function* present<T>(list: readonly (T | undefined)[] | undefined): Generator<[number, T]> {
  for (let index = 0; index < (list?.length ?? 0); index++) {
    const item = list![index];
    if (item !== undefined) yield [index, item];
  }
}

/** The ids that stand in a list of the text, faulty elements too, so that naming one is no second fault. */
export function writtenIds({ json }: Reading, list: 'plans' | 'meters'): Set<string> {
  const node = memberOf(json.root, list)?.value;
  const ids = new Set<string>();
  if (node?.kind !== 'array') return ids;
  for (const item of node.items) {
    const id = memberOf(item, 'id')?.value;
    if (id?.kind === 'string') ids.add(id.value);
  }
  return ids;
}

/** Whether an instant lies outside the horizon. @rule R25 */
export function isOutside({ start, end }: Pick<Reading, 'start' | 'end'>, at: number): boolean {
  return at < start || at >= end;
}

/** Reports a time outside the horizon. @rule R25 */
export function reportOutside({ start, faults, document }: Reading, at: number, path: PathSteps): void {
  const { horizon } = document;
  faults.add({
    code: 'outside-horizon',
    path,
    message: `This lies ${at < start ? 'before' : 'after'} the horizon.`,
    expected: `from ${horizon?.start} to before ${horizon?.end}`,
    actual: formatInstant(at),
  });
}

/** Reports an id that was already used, naming the first place. */
export function reportDuplicate(
  { faults, json }: Pick<Reading, 'faults' | 'json'>,
  what: string,
  { id, path, first }: { readonly id: string; readonly path: PathSteps; readonly first: PathSteps },
): void {
  const line = json.placeAt(first)?.line;
  const where = line === undefined ? '' : ` in line ${line}`;
  faults.add({
    code: 'duplicate-id',
    path,
    message: `The ${what} ${id} stands twice, first${where} (${first.map(String).join(' › ')}).`,
    expected: `one ${what} of that id`,
    actual: id,
  });
}
