import { assert } from '../base/assert.ts';
import { nanosPerCredit } from '../base/credits.ts';
import { dayMs } from '../calendar/month.ts';
import type { DemandModel } from '../demand/demandModel.ts';
import { expectedParts } from '../demand/expected.ts';
import type { Program, RateTerms } from '../engine/program.ts';
import type { SampledModel } from './sampling/sampledModel.ts';

/** Which model's days are meant, and where each usage row's demand goes. */
export interface DaysChoice {
  readonly model: DemandModel;
  /** Its index among the scenario's models. */
  readonly index: number;
  /** The horizon's first local day, of row 0. */
  readonly firstDay: number;
  readonly slotOfRow: (row: number) => number;
}

/**
 * What the days of a model are expected to ask for, in nanocredits at the rate of their noon, as floats: a path multiplies and
 * rounds them. Days that a program has no usage for (before `asOf`, outside the horizon, skipped by the zone) ask for nothing.
 */
export function modelDays(program: Program, choice: DaysChoice): Pick<SampledModel, 'base' | 'add' | 'slot'> {
  const { model, index, firstDay, slotOfRow } = choice;
  const { usage, sources } = program;
  const source = sources.findIndex((each) => each.kind === 'model' && each.index === index);
  const rows: number[] = [];
  for (let row = 0; row < usage.count; row++) if (usage.source[row] === source) rows.push(row);
  const from = dayOf(program, rows[0]);
  const count = rows.length === 0 ? 0 : Math.round((dayOf(program, rows.at(-1)) + dayMs - firstDay) / dayMs);
  const parts = expectedParts(model, from, firstDay + count * dayMs);
  const base = new Float64Array(count);
  const add = new Float64Array(count);
  const slot = new Int32Array(count);
  for (const row of rows) {
    const day = dayOf(program, row);
    const place = Math.round((day - firstDay) / dayMs);
    const part = Math.round((day - from) / dayMs);
    const nanos = nanosPerUnit(program, row);
    base[place] = parts.base[part]! * nanos;
    add[place] = parts.add[part]! * nanos;
    slot[place] = slotOfRow(row);
  }
  return { base, add: add.some((nanos) => nanos !== 0) ? add : null, slot };
}

function dayOf({ usage }: Program, row: number | undefined): number {
  return row === undefined ? 0 : usage.position[row]! * dayMs;
}

function nanosPerUnit({ usage, meters }: Program, row: number): number {
  const meter = meters[usage.meter[row]!];
  if (!meter) return nanosPerCredit;
  const { num, den } = rateAt(meter.rates, usage.at[row]!).creditsPerUnit;
  return Number(num * BigInt(nanosPerCredit)) / Number(den);
}

/** The rate in force: the newest whose `from` is not after the event. @rule R18 */
function rateAt(rates: readonly RateTerms[], at: number): RateTerms {
  const rate = rates.findLast(({ from }) => from <= at);
  assert(rate !== undefined, 'usage of a compiled program has a rate');
  return rate;
}
