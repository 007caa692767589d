import { posix } from 'node:path';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { runProgram } from '../../../shared/engine/run.ts';
import { applyChanges, type ChangedScenario } from '../../../shared/planner/variants/applyChanges.ts';
import type { Comparison, Variant } from '../../../shared/planner/variants/comparison.ts';
import { decodeComparison } from '../../../shared/planner/variants/decodeComparison.ts';
import { scaleProgram, type DemandScale } from '../../../shared/planner/variants/demandScale.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { StoreError } from '../../store/storeError.ts';
import { describeStoreError } from '../../store/storeError.ts';
import { cancelled } from '../forecast/prepareSample.ts';
import { runDiagnostics } from '../runDiagnostics.ts';
import { runScenario } from '../runScenario.ts';
import { decodeWhereItFits } from '../threads/decodeWhereItFits.ts';
import type { ReadUsage } from '../usageFiles.ts';
import { variantFaults, type VariantFaults } from './variantFaults.ts';

/** A comparison document, and how what it names is read. */
export interface VariantsToOpen {
  readonly text: string;
  /** Of the comparison, in the workspace. */
  readonly path: string;
  readonly readScenario: (path: string) => Promise<Result<string, StoreError>>;
  readonly usageOf: (scenarioPath: string) => ReadUsage;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((step: string, part: number | null) => void) | undefined;
}

/** A variant that was run as expected. */
export interface OpenVariant {
  readonly index: number;
  readonly variant: Variant;
  /** Path of its scenario in the workspace. */
  readonly path: string;
  readonly scenario: Scenario;
  readonly scales: readonly DemandScale[];
  /** On expected usage, before it is scaled, and after. */
  readonly unscaled: Run;
  readonly expected: Run;
}

/** Variants that all ran, or the faults that stand in their way. */
export interface OpenedVariants {
  readonly comparison: Comparison | null;
  /** Empty where there are faults. */
  readonly variants: readonly OpenVariant[];
  readonly faults: VariantFaults | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a comparison, applies the changes of its variants, and runs each on its expected usage. */
export async function openVariants(wanted: VariantsToOpen): Promise<Result<OpenedVariants, RpcError>> {
  const { comparison, diagnostics } = decodeComparison(wanted.text);
  if (!comparison) return ok({ comparison, variants: [], faults: null, diagnostics });
  const faults = variantFaults(comparison);
  const bases = new Map<string, Scenario | null>();
  const variants: OpenVariant[] = [];
  for (const [index, variant] of comparison.variants.entries()) {
    wanted.tell?.(`Running ${variant.name} as expected`, null);
    const path = posix.join(posix.dirname(wanted.path), variant.scenario);
    if (!bases.has(path)) bases.set(path, await readBase(wanted, { index, variant, path, faults }));
    if (wanted.signal?.aborted) return err(cancelled);
    const base = bases.get(path)!;
    if (!base) continue;
    const opened = await openVariant(wanted, { index, variant, path, base, faults });
    if (wanted.signal?.aborted) return err(cancelled);
    if (opened) variants.push(opened);
  }
  checkAlike(variants, faults);
  const good = !faults.hasErrors();
  return ok({
    comparison,
    variants: good ? variants : [],
    faults,
    diagnostics: [...diagnostics, ...faults.diagnostics],
  });
}

interface Opening {
  readonly index: number;
  readonly variant: Variant;
  readonly path: string;
  readonly faults: VariantFaults;
}

/** A scenario that variants change; what is wrong with it is told of the file itself. */
async function readBase(wanted: VariantsToOpen, { index, variant, path, faults }: Opening): Promise<Scenario | null> {
  const read = await wanted.readScenario(path);
  if (!read.ok) {
    faults.addAtScenario(index, { code: read.error.code, message: describeStoreError(read.error) });
    return null;
  }
  const decoded = await decodeWhereItFits(read.value, { threads: wanted.usageOf(path).threads, signal: wanted.signal });
  for (const fault of decoded?.diagnostics ?? []) faults.addInFile(variant.scenario, fault);
  return decoded?.scenario ?? null;
}

async function openVariant(
  wanted: VariantsToOpen,
  { index, variant, path, base, faults }: Opening & { readonly base: Scenario },
): Promise<OpenVariant | null> {
  const changed = applyChanges(base, variant.changes);
  const readUsage = wanted.usageOf(path);
  const ran = await runScenario({ text: changed.text, readUsage, signal: wanted.signal });
  for (const fault of ran.diagnostics) faults.addOfVariant(index, fault, changed);
  if (!ran.scenario || !ran.run) return null;
  const { scenario, run: unscaled } = ran;
  if (!checkScales(changed, { index, scenario, faults })) return null;
  const program = scaleProgram(unscaled.program, changed.scales);
  if (!program) {
    const message = 'With this factor an event asks for more than is counted exactly.';
    faults.add(index, { code: 'demand-range', message, expected: 'at most 9007199 credits an event' });
    return null;
  }
  if (program === unscaled.program)
    return { index, variant, path, scenario, scales: changed.scales, unscaled, expected: unscaled };
  const expected = runProgram(program);
  if (!expected.ok) {
    for (const fault of runDiagnostics(expected.error, scenario.json)) faults.addOfVariant(index, fault, changed);
    return null;
  }
  return { index, variant, path, scenario, scales: changed.scales, unscaled, expected: expected.value };
}

/** Usage that is scaled is that of a model or a meter that there is. */
function checkScales(
  { scales }: ChangedScenario,
  { index, scenario, faults }: { readonly index: number; readonly scenario: Scenario; readonly faults: VariantFaults },
): boolean {
  const ids = usageIds(scenario);
  const unknown = scales.map(({ of }) => of).filter((of) => of !== null && !ids.includes(of));
  for (const of of unknown) faults.addUnknownUsage(index, { of: of!, ids });
  return unknown.length === 0;
}

/** What usage can be named by: the demand models, then the meters. */
export function usageIds({ models, meters }: Scenario): string[] {
  return [...new Set([...models, ...meters].map(({ id }) => id))];
}

/** Variants are held against the first: over one horizon, in one currency. */
function checkAlike([first, ...others]: readonly OpenVariant[], faults: VariantFaults): void {
  for (const { index, scenario } of others) {
    const { currency, start, end, zone } = first!.scenario;
    if (scenario.currency !== currency) {
      const message = `It counts in ${scenario.currency}, and the first variant in ${currency}.`;
      faults.addAtScenario(index, { code: 'other-currency', message, expected: currency });
    }
    if (scenario.start !== start || scenario.end !== end || scenario.zone.id !== zone.id) {
      const message = 'Its horizon or time zone is not that of the first variant.';
      faults.addAtScenario(index, { code: 'other-horizon', message, expected: 'one horizon and time zone' });
    }
  }
}
