import { assert } from '../../../shared/base/assert.ts';
import { readJsonText, type JsonText } from '../../../shared/base/jsonText.ts';
import { zoneOf, type Zone } from '../../../shared/calendar/zone.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import type { Program, UsageColumns } from '../../../shared/engine/program.ts';
import type { Scenario, StatedDocument } from '../../../shared/scenario/scenario.ts';
import type { UsageFileRows } from '../../../shared/scenario/usageFileRows.ts';
import { packTexts, unpackTexts, type PackedTexts } from './packedTexts.ts';

// Runs, rows and scenarios as plain data, which crosses between threads.

type WithPacked<T extends { readonly ids: readonly string[] }> = Omit<T, 'ids'> & { readonly ids: PackedTexts };

export type PackedRows = WithPacked<UsageFileRows>;

/** Packs the rows of a usage file; their columns are shared as they are. */
export function* packRows(rows: UsageFileRows): Generator<void, PackedRows> {
  return { ...rows, ids: yield* packTexts(rows.ids) };
}

export function* unpackRows(packed: PackedRows): Generator<void, UsageFileRows> {
  return { ...packed, ids: yield* unpackTexts(packed.ids) };
}

export interface PackedRun extends Omit<Run, 'program'> {
  readonly program: Omit<Program, 'zone' | 'usage'> & {
    readonly zone: string;
    readonly usage: WithPacked<UsageColumns>;
  };
}

export function* packRun({ program, ...run }: Run): Generator<void, PackedRun> {
  const usage = { ...program.usage, ids: yield* packTexts(program.usage.ids) };
  return { ...run, program: { ...program, zone: program.zone.id, usage } };
}

export function* unpackRun({ program, ...run }: PackedRun): Generator<void, Run> {
  const usage = { ...program.usage, ids: yield* unpackTexts(program.usage.ids) };
  return { ...run, program: { ...program, zone: zoneNamed(program.zone), usage } };
}

/** A scenario without its text, which whoever takes it has. */
export interface PackedScenario extends Omit<Scenario, 'zone' | 'json' | 'document'> {
  readonly zone: string;
  readonly document: Omit<StatedDocument, 'timeZone'>;
  readonly statesZone: boolean;
}

export function packScenario({ zone, json: _json, document, ...scenario }: Scenario): PackedScenario {
  const { plans, meters, usage, timeZone } = document;
  const stated = { plans, meters, usage: usage && { models: usage.models } };
  return { ...scenario, zone: zone.id, document: stated, statesZone: timeZone !== undefined };
}

export function unpackScenario(
  { zone: id, statesZone, document, ...scenario }: PackedScenario,
  text: string,
): Scenario {
  const zone = zoneNamed(id);
  const stated = { ...document, ...(statesZone ? { timeZone: zone } : {}) };
  return { ...scenario, zone, document: stated, json: laterJsonText(text) };
}

/** A good text that is only read once somebody asks for a place in it. */
function laterJsonText(text: string): JsonText {
  let read: JsonText | null = null;
  const json = (): JsonText => (read ??= readJsonText(text));
  return {
    get root() {
      return json().root;
    },
    faults: [],
    broken: false,
    get values() {
      return json().values;
    },
    place: (from, until) => json().place(from, until),
    placeAt: (steps, on) => json().placeAt(steps, on),
  };
}

function zoneNamed(id: string): Zone {
  const zone = zoneOf(id);
  assert(zone !== null, 'the zone was found before');
  return zone;
}
