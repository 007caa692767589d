import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { readDailyCsv } from '../../../shared/forecast/fit/dailyCsv.ts';
import type { DailyHistory } from '../../../shared/forecast/fit/dailyHistory.ts';
import { usageHistory, usedMeters } from '../../../shared/forecast/fit/usageHistory.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { UsageFileRows } from '../../../shared/scenario/usageFileRows.ts';
import { attempt } from '../../store/attempt.ts';
import { locateFile } from '../../store/locateFile.ts';
import { readChunks } from '../../store/readBytes.ts';
import { StoreFailure } from '../../store/storeError.ts';
import { textStream } from '../../store/textStream.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import type { UsageFiles } from '../usageFiles.ts';

/** Where a scenario and its files lie. */
export interface HistoryPlace {
  readonly workspace: Workspace;
  readonly files: UsageFiles;
  readonly scenario: Scenario;
  /** Its path in the workspace. */
  readonly scenarioPath: string;
}

/** Which usage is looked at: of files of the workspace, or, where these are null, what the scenario counts itself. */
export interface HistoryChoice {
  readonly meter: string | null;
  readonly files: readonly string[] | null;
}

/** Usage by day, or what is wrong with the files that it should come from. */
export interface ReadHistory {
  readonly history: DailyHistory | null;
  /** Whether the scenario counts this usage itself. */
  readonly own: boolean;
  readonly files: readonly string[];
  readonly meters: readonly string[];
  /** Rows left out because no rate was in force. */
  readonly unrated: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the usage to fit to. Files that name the scenario's own are its own: their usage is not counted twice. */
export async function readHistory(place: HistoryPlace, choice: HistoryChoice): Promise<ReadHistory> {
  const { scenario, workspace } = place;
  const [only] = choice.files ?? [];
  const series = choice.files?.length === 1 ? await readSeries(workspace, only!) : null;
  if (series) {
    // A series names no meter: it may be of any.
    const meters = scenario.meters.map(({ id }) => id);
    return { ...series, own: false, files: [only!], meters, unrated: 0 };
  }
  const names = choice.files ?? scenario.files.map(({ path }) => path);
  const { rows, diagnostics } = await readRows(place, choice.files);
  const events = choice.files === null;
  const { history, unrated } = usageHistory(scenario, { meter: choice.meter, files: rows, events });
  return { history, own: events, files: names, meters: usedMeters(scenario, rows), unrated, diagnostics };
}

async function readRows(
  { workspace, files, scenario, scenarioPath }: HistoryPlace,
  chosen: readonly string[] | null,
): Promise<{ readonly rows: readonly UsageFileRows[]; readonly diagnostics: readonly Diagnostic[] }> {
  const read = files.reader(workspace, chosen ? '' : scenarioPath);
  const wanted = chosen ? chosen.map((path) => ({ path, sha256: null })) : scenario.files;
  const rows: UsageFileRows[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, file] of wanted.entries()) {
    const outcome = await read({ file, index, scenario });
    if (outcome.ok) rows.push(outcome.value);
    else diagnostics.push(...outcome.error);
  }
  return { rows, diagnostics };
}

/** Far more than a century of days. */
const largestSeries = 4 * 1024 * 1024;

/** A file that is a series by day, or null where it is none: usage files have a column `at`. */
export async function readSeries(workspace: Workspace, path: string) {
  const text = await attempt(path, () => seriesText(workspace, path));
  if (!text.ok || !/^\uFEFF?"?(date|day)"?\s*[,;\t]|[,;\t]\s*"?(date|day)"?\s*[\r\n]/i.test(text.value)) return null;
  const { history, diagnostics } = readDailyCsv(text.value);
  return { history, diagnostics: diagnostics.map((fault) => ({ ...fault, file: path })) };
}

async function seriesText(workspace: Workspace, path: string): Promise<string> {
  const located = await locateFile(workspace, path);
  if (!located.ok) throw new StoreFailure(located.error);
  const { absolute, bytes } = located.value;
  if (bytes > largestSeries || !/\.(csv|tsv|txt)$/i.test(path)) return '';
  const decode = textStream(path);
  let text = '';
  for await (const chunk of readChunks(workspace.ports.fs, { absolute, shown: path })) text += decode(chunk);
  return text + decode();
}
