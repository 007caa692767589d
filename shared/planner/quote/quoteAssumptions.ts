import type { Run } from '../../engine/outcome.ts';
import { assumptionsOf } from '../../scenario/assumptions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Quote } from './quoteSchema.ts';

/** What a scenario's bill rests on; of the rates, only those of meters that its usage names. */
export function quoteAssumptions(scenario: Scenario, { program }: Run): Quote['assumptions'] {
  const indexes = new Set(program.usage.meter.subarray(0, program.usage.count));
  const used = new Set([...indexes].map((index) => `meter/${program.meters[index]?.id}`));
  return assumptionsOf(scenario)
    .filter(({ id }) => !id.startsWith('meter/') || used.has(id))
    .map((each) => ({ ...each }));
}
