import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { runProgram } from '../../shared/engine/run.ts';
import { compileScenario } from '../../shared/scenario/compile.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { UsageFileRows } from '../../shared/scenario/usageFileRows.ts';
import { UsageSink } from '../../shared/scenario/usageSink.ts';
import { runDiagnostics } from './runDiagnostics.ts';
import type { ReadUsage } from './usageFiles.ts';

/** What to run: the text of a scenario, and how its usage files are read. */
export interface ScenarioToRun {
  readonly text: string;
  readonly readUsage: ReadUsage;
  /** Asked between the steps: work that nobody waits for any more is given up. Default: always wanted. */
  readonly isWanted?: () => boolean;
}

/** What a scenario came to: a run, or the faults that stand in its way. Warnings come with a run. */
export interface ScenarioRun {
  readonly scenario: Scenario | null;
  readonly run: Run | null;
  readonly diagnostics: readonly Diagnostic[];
  /** It was given up between two steps. */
  readonly givenUp: boolean;
}

/**
 * Decodes, compiles and runs a scenario with its usage files. All faults of a step are reported at once. This is the seam for
 * a worker thread: nothing here needs the host.
 */
export async function runScenario({ text, ...how }: ScenarioToRun): Promise<ScenarioRun> {
  if (!(await isStillWanted(how))) return givenUp;
  const decoded = decodeScenario(text);
  const { scenario, diagnostics } = decoded;
  if (!scenario) return { scenario, run: null, diagnostics, givenUp: false };
  return runDecodedScenario({ scenario, diagnostics }, how);
}

/** The same for a scenario that was decoded with these warnings. */
export async function runDecodedScenario(
  { scenario, diagnostics }: { readonly scenario: Scenario; readonly diagnostics: readonly Diagnostic[] },
  how: Omit<ScenarioToRun, 'text'>,
): Promise<ScenarioRun> {
  const files: UsageFileRows[] = [];
  const faults: Diagnostic[] = [...diagnostics];
  for (const [index, file] of scenario.files.entries()) {
    const read = await how.readUsage({ file, index, scenario });
    if (how.isWanted?.() === false) return givenUp;
    // A file that cannot be read counts as empty, so that the faults of all else are told with its own.
    files.push(read.ok ? read.value : new UsageSink(file.path, scenario.zone).rows());
    if (!read.ok) faults.push(...read.error);
  }
  if (!(await isStillWanted(how))) return givenUp;
  const ran = runDecoded(scenario, files, faults);
  return faults.some(({ severity }) => severity === 'error') ? { ...ran, run: null } : ran;
}

const givenUp: ScenarioRun = { scenario: null, run: null, diagnostics: [], givenUp: true };

async function isStillWanted({ isWanted }: Pick<ScenarioToRun, 'isWanted'>): Promise<boolean> {
  await letOthersRun();
  return isWanted?.() ?? true;
}

function runDecoded(scenario: Scenario, files: readonly UsageFileRows[], before: readonly Diagnostic[]): ScenarioRun {
  const { program, diagnostics } = compileScenario(scenario, files);
  const faults = [...before, ...diagnostics];
  if (!program) return { scenario, run: null, diagnostics: faults, givenUp: false };
  const run = runProgram(program);
  if (run.ok) return { scenario, run: run.value, diagnostics: faults, givenUp: false };
  const refused = runDiagnostics(run.error, scenario.json);
  return { scenario, run: null, diagnostics: [...faults, ...refused], givenUp: false };
}
