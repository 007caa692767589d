import { parseLocalDate } from '../../shared/calendar/instant.ts';
import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import type { DailyHistory } from '../../shared/forecast/fit/dailyHistory.ts';
import { lookedAt } from '../../shared/forecast/fit/fitForScenario.ts';
import type { NoiseKind } from '../../shared/forecast/fit/fitNoise.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { readHistory, readSeries, type ReadHistory } from '../host/forecast/readHistory.ts';
import { createUsageFiles } from '../host/usageFiles.ts';
import { readDocument } from '../store/document.ts';
import { exitCode, UsageError, type CommandIo } from './command.ts';
import { failed, openBeside, type Beside } from './openBeside.ts';
import { describeDiagnostic, plainText } from './plainText.ts';

/** Options that say which usage is looked at; the same for a fit and a backtest. */
export const historyOptions = {
  meter: { type: 'string' },
  credits: { type: 'boolean' },
  usage: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  noise: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Usage by day as the command line names it. Without a scenario it is a series by day alone. */
export interface FileHistory {
  readonly scenario: Scenario | null;
  readonly seen: ReadHistory & { readonly history: DailyHistory };
  readonly meter: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly noise: NoiseKind;
}

/** Reads the history of a scenario's usage, or of a series by day; tells every fault, and gives the exit code then. */
export async function fileHistory(
  file: string,
  values: Values,
  io: CommandIo,
): Promise<FileHistory | { readonly exit: number }> {
  const span = { from: dateOption(values, 'from'), until: dateOption(values, 'until'), noise: noiseOption(values) };
  const meter = typeof values['meter'] === 'string' ? values['meter'] : null;
  if (meter !== null && values['credits']) throw new UsageError('name a meter or credits, not both');
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside;
  const series = await readSeries(beside.workspace, beside.name);
  if (series) {
    const seen = { ...series, own: false, files: [beside.name], meters: [], unrated: 0 };
    return finish({ scenario: null, seen, meter, ...span }, file, io);
  }
  const document = await readDocument(beside.workspace, beside.name);
  if (!document.ok) return failed(document.error, io);
  const { scenario, diagnostics } = decodeScenario(document.value.text);
  if (!scenario) return told(diagnostics, file, io);
  const place = await placeOf(beside, scenario, values, io);
  if ('exit' in place) return place;
  const choice = { meter: meter ?? (values['credits'] ? null : await onlyMeter(place)), files: place.chosen };
  return finish({ scenario, seen: await readHistory(place, choice), meter: choice.meter, ...span }, file, io);
}

/** Where the usage lies: beside the scenario, or in the folder of the file that was named. */
async function placeOf(beside: Beside, scenario: Scenario, values: Values, io: CommandIo) {
  const usage = values['usage'];
  const files = createUsageFiles();
  if (typeof usage !== 'string') {
    return { workspace: beside.workspace, files, scenario, scenarioPath: beside.name, chosen: null };
  }
  const other = await openBeside(usage, io);
  if ('exit' in other) return other;
  return { workspace: other.workspace, files, scenario, scenarioPath: '', chosen: [other.name] };
}

/** The one meter that there is usage of; none is guessed where there are several. */
async function onlyMeter(place: Parameters<typeof readHistory>[0] & { readonly chosen: readonly string[] | null }) {
  const { meters, diagnostics } = await readHistory(place, { meter: null, files: place.chosen });
  if (diagnostics.length > 0 || meters.length === 0) return null;
  if (meters.length === 1) return meters[0]!;
  throw new UsageError(`name a meter by --meter, one of ${meters.join(', ')}, or --credits for all together`);
}

function finish(
  read: Omit<FileHistory, 'seen'> & { readonly seen: ReadHistory },
  file: string,
  io: CommandIo,
): FileHistory | { readonly exit: number } {
  const { diagnostics, history, meters } = read.seen;
  if (diagnostics.some(({ severity }) => severity === 'error')) return told(diagnostics, file, io);
  if (history) return { ...read, seen: { ...read.seen, history } };
  const named = read.meter === null ? 'There is no usage' : `There is no usage of the meter ${read.meter}`;
  io.stderr(`${plainText(`${file}: ${named}${meters.length > 0 ? `; there is of ${meters.join(', ')}` : ''}.`)}\n`);
  return { exit: exitCode.badInput };
}

/** The part of the history that is looked at. */
export function partOf({ seen, from, until }: FileHistory): DailyHistory {
  return lookedAt({ history: seen.history, from: localOf(from), until: localOf(until) });
}

/** A date's local midnight. */
export function localOf(date: string | null): number | null {
  return date === null ? null : parseLocalDate(date);
}

function told(diagnostics: readonly Diagnostic[], file: string, io: CommandIo): { readonly exit: number } {
  for (const diagnostic of diagnostics) io.stderr(`${describeDiagnostic(diagnostic, file)}\n`);
  return { exit: exitCode.badInput };
}

function dateOption(values: Values, name: 'from' | 'until'): string | null {
  const text = values[name];
  if (typeof text !== 'string') return null;
  if (parseLocalDate(text) === null) throw new UsageError(`--${name} takes a date such as 2026-01-31, not "${text}"`);
  return text;
}

const noises: readonly NoiseKind[] = ['auto', 'lognormal', 'resampled', 'none'];

function noiseOption(values: Values): NoiseKind {
  const text = values['noise'] ?? 'auto';
  const kind = noises.find((each) => each === text);
  if (!kind) throw new UsageError(`--noise takes one of ${noises.join(', ')}, not "${String(text)}"`);
  return kind;
}
