import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Diagnostic, Place } from '../../shared/base/diagnostic.ts';
import type { JsonText } from '../../shared/base/jsonText.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { usageCount } from '../../shared/scenario/compileUsage.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { UsageFileRows } from '../../shared/scenario/usageFileRows.ts';
import { UsageSink } from '../../shared/scenario/usageSink.ts';
import type { BillFigures } from './billFigures.ts';
import { runDecoded } from './runDecoded.ts';
import type { ThreadRun } from './threads/scenarioThreads.ts';
import { decodeWhereItFits } from './threads/decodeWhereItFits.ts';
import { threadsFor } from './threads/whereItFits.ts';
import type { ReadUsage } from './usageFiles.ts';

/** What to run: the text of a scenario, and how its usage files are read. */
export interface ScenarioToRun {
  readonly text: string;
  readonly readUsage: ReadUsage;
  /** Aborted where nobody waits for it any more. Default: it always is waited for. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each step of a run that takes its time. */
  readonly tell?: ((step: string) => void) | undefined;
}

/** What a scenario came to: a run, or the faults that stand in its way. Warnings come with a run. */
export interface ScenarioRun {
  readonly scenario: Scenario | null;
  readonly run: Run | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The bill, where it was made with the run. */
  readonly figures?: BillFigures | null;
  /** It was given up between two steps. */
  readonly givenUp: boolean;
}

/** Usage events up to which a scenario is run at once where it is: a tenth of a second at most. */
const largeRun = 50_000;

/**
 * Decodes, compiles and runs a scenario with its usage files. All faults of a step are reported at once. A large one is read and
 * run on a thread, where there are any (`readUsage.threads`), and is given up at once when nobody waits for it any more.
 */
export async function runScenario(wanted: ScenarioToRun): Promise<ScenarioRun> {
  const { text, signal, tell, readUsage } = wanted;
  await letOthersRun();
  if (signal?.aborted) return givenUp;
  const threads = threadsFor(text, readUsage);
  if (threads) tell?.('Reading the scenario');
  const decoded = await decodeWhereItFits(text, { ...wanted, threads: readUsage.threads });
  if (decoded === null) return givenUp;
  const { scenario, diagnostics } = decoded;
  if (!scenario) return { scenario, run: null, diagnostics, givenUp: false };
  const read = await readFiles(threads ? { ...scenario, json: placedLater } : scenario, wanted);
  await letOthersRun();
  if (signal?.aborted) return givenUp;
  const ran = await runWhereItFits(scenario, { ...wanted, ...read, faults: [...diagnostics, ...read.faults] });
  return ran === null || signal?.aborted ? givenUp : { scenario, ...ran, givenUp: false };
}

const givenUp: ScenarioRun = { scenario: null, run: null, diagnostics: [], givenUp: true };

interface FilesRead {
  readonly files: readonly UsageFileRows[];
  readonly faults: readonly Diagnostic[];
}

const start: Place = { line: 1, column: 1, offset: 0, length: 0 };
/** Places in a large text are looked up on the thread that reads it. */
const placedLater: JsonText = {
  root: null,
  faults: [],
  broken: false,
  values: 0,
  place: () => start,
  placeAt: () => null,
};

/** A file that cannot be read counts as empty, so that the faults of all else are told with its own. */
async function readFiles(scenario: Scenario, { readUsage, signal, tell }: ScenarioToRun): Promise<FilesRead> {
  const files: UsageFileRows[] = [];
  const faults: Diagnostic[] = [];
  for (const [index, file] of scenario.files.entries()) {
    const read = await readUsage({ file, index, scenario, signal, tell });
    if (signal?.aborted) break;
    files.push(read.ok ? read.value : new UsageSink(file.path, scenario.zone).rows());
    if (!read.ok) faults.push(...read.error);
  }
  return { files, faults };
}

function runWhereItFits(
  scenario: Scenario,
  { text, readUsage, signal, tell, files, faults }: ScenarioToRun & FilesRead,
): Promise<ThreadRun | null> | Omit<ThreadRun, 'figures'> {
  const events = usageCount(scenario, files);
  const threads = events > largeRun ? readUsage.threads : threadsFor(text, readUsage);
  if (!threads) return runDecoded(scenario, files, faults);
  tell?.(`Computing the bill of ${events.toLocaleString('en-US')} usage events`);
  return threads.run({ text, files, faults }, signal);
}
