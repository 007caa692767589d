import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { runProgram } from '../../shared/engine/run.ts';
import { compileScenario } from '../../shared/scenario/compile.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { UsageFileRows } from '../../shared/scenario/usageFileRows.ts';
import { runDiagnostics } from './runDiagnostics.ts';

/** A run, or none where there are errors. */
export interface DecodedRun {
  readonly run: Run | null;
  /** What was found before, and what stands in the way of the run. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles and runs a scenario, so that the faults of all steps are told together. With an error among those before there is no run. */
export function runDecoded(
  scenario: Scenario,
  files: readonly UsageFileRows[],
  before: readonly Diagnostic[],
): DecodedRun {
  const { program, diagnostics } = compileScenario(scenario, files);
  const faults = [...before, ...diagnostics];
  if (!program) return { run: null, diagnostics: faults };
  const run = runProgram(program);
  if (!run.ok) return { run: null, diagnostics: [...faults, ...runDiagnostics(run.error, scenario.json)] };
  const hasErrors = faults.some(({ severity }) => severity === 'error');
  return { run: hasErrors ? null : run.value, diagnostics: faults };
}
