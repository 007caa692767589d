import path from 'node:path';
import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import { comparisonFormat, mostVariants } from '../../shared/planner/variants/comparisonSchema.ts';
import { decodeComparison } from '../../shared/planner/variants/decodeComparison.ts';
import { scenariosOf } from '../host/variants/scenariosOf.ts';
import { createUsageFiles } from '../host/usageFiles.ts';
import { exitCode, UsageError, type CommandIo } from './command.ts';
import type { Beside } from './openBeside.ts';
import { plainText } from './plainText.ts';
import { defaultSample, readPercentiles, readSampled, sampledOptions, textOf } from './sampledOptions.ts';
import { sampleFile } from './sampleFile.ts';
import { readSolve, solveOptions, solvePaths } from './solveOptions.ts';
import { solvedText } from './solvedText.ts';
import { variantsJson } from './variantsJson.ts';
import { variantsText } from './variantsText.ts';

export const variantsUsage = `drawdown compare FILE.comparison.json [--paths N] [--seed S] [--percentiles 10,50,90] [--json]
drawdown compare A.scenario.json B.scenario.json [C …] --paths N [--seed S] [--json]
  Two to five variants side by side over the same sampled demand (${defaultSample.paths} paths, seed ${defaultSample.seed}, unless given): what each comes to, which
  inputs differ, the difference to the first path by path, how likely it is cheaper, and the cheapest by mean and percentile. A
  comparison names a base scenario and the changes of each variant: plan, price list, Flex, cap, prepaid credits, prices, usage, growth.
    --solve workload|growth|price|prepaid-price [--of ID] [--between A,B] [--target AMOUNT] [--variant V] [--range FROM,UNTIL]
    [--measure mean|expected]: at which value two variants cost the same, or one costs AMOUNT: usage as a multiple (of one model or meter
    with --of), its further growth a month, or the price of a Flex or prepaid credit of one variant. Variants by name or number. A growth
    of 5 % is 0.05. Means are over ${solvePaths} paths unless --paths says otherwise.
  Last year's imported usage under another edition: a scenario with usage files and no models, and a variant with
    { "do": "catalog", "edition": "2026-10" }; without models one path tells all: drawdown compare last-year.comparison.json --paths 1`;

/** The options of both kinds of comparison. */
export const variantOptions = { ...sampledOptions, percentiles: { type: 'string' }, ...solveOptions } as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Whether variants are meant: a comparison document, more than two scenarios, or two with an option that samples. */
export function isOfVariants(files: readonly string[], values: Values): boolean {
  const samples = Object.keys(values).some((name) => name !== 'json');
  const scenarios = files.length > 2 && files.every((file) => file.endsWith('.scenario.json'));
  return samples || scenarios || (files.length === 1 && files[0]!.endsWith('.comparison.json'));
}

/** Compares variants over the same demand, or solves for what would have to be true. */
export async function compareVariants(files: readonly string[], values: Values, io: CommandIo): Promise<number> {
  const [first] = files;
  if (first === undefined) throw new UsageError('name a comparison, or two to five scenarios');
  if (files.length === 1 && !first.endsWith('.comparison.json'))
    throw new UsageError('name a file whose name ends in .comparison.json, or two to five scenarios');
  if (files.length > mostVariants) throw new UsageError(`at most ${mostVariants} scenarios are compared`);
  const solves = values['solve'] !== undefined;
  const stray = Object.keys(solveOptions).find((name) => name !== 'solve' && values[name] !== undefined);
  if (!solves && stray !== undefined) throw new UsageError(`--${stray} goes with --solve`);
  return solves ? solve(files, values, io) : run(files, values, io);
}

async function run(files: readonly string[], values: Values, io: CommandIo): Promise<number> {
  const percentiles = readPercentiles(textOf(values, 'percentiles') ?? '10,50,90');
  const sample = readSampled(values);
  const sampled = await sampleFile(files[0]!, io, async (sampling, document, beside) => {
    const opened = openedBy(files, beside, { text: document.text, io });
    return inPlace(await sampling.variants({ ...document, ...opened, ...sample, percentiles }), opened);
  });
  if ('exit' in sampled) return sampled.exit;
  const { comparison } = sampled.value;
  if (!comparison) return exitCode.badInput;
  if (values['json']) io.stdout(`${JSON.stringify(variantsJson(comparison), null, 2)}\n`);
  else io.stdout(plainText(variantsText(comparison)));
  return exitCode.fine;
}

async function solve(files: readonly string[], values: Values, io: CommandIo): Promise<number> {
  const { seed } = readSampled(values);
  const paths = values['paths'] === undefined ? solvePaths : readSampled(values).paths;
  const sampled = await sampleFile(files[0]!, io, async (sampling, document, beside) => {
    const opened = openedBy(files, beside, { text: document.text, io });
    const names = decodeComparison(opened.text).comparison?.variants.map(({ name }) => name) ?? [];
    const wanted = readSolve((name) => textOf(values, name), names);
    return inPlace(await sampling.solve({ ...document, ...opened, ...wanted, paths, seed }), opened);
  });
  if ('exit' in sampled) return sampled.exit;
  const { solved } = sampled.value;
  if (!solved) return exitCode.badInput;
  if (values['json']) io.stdout(`${JSON.stringify(solved, null, 2)}\n`);
  else io.stdout(plainText(solvedText(solved)));
  return exitCode.fine;
}

/** The comparison that was named, or one of the scenarios as they are. */
function openedBy(
  files: readonly string[],
  { workspace, name }: Beside,
  { text, io }: { readonly text: string; readonly io: CommandIo },
) {
  const scenarios = scenariosOf(workspace, createUsageFiles());
  if (files.length === 1) return { ...scenarios, path: name, text, written: true };
  const folder = path.dirname(path.resolve(io.cwd, files[0]!));
  const beside = files.map((file) => path.relative(folder, path.resolve(io.cwd, file)).split(path.sep).join('/'));
  const outside = files[beside.findIndex((file) => file.startsWith('..') || path.isAbsolute(file))];
  if (outside !== undefined) throw new UsageError(`${outside} does not lie in the folder of ${files[0]}`);
  const variants = beside.map((scenario) => ({ name: scenario.replace(/\.scenario\.json$/, ''), scenario }));
  const document = { format: comparisonFormat, name: 'Side by side', base: beside[0], variants };
  return { ...scenarios, path: 'side-by-side.comparison.json', text: JSON.stringify(document), written: false };
}

/** What is wrong with a comparison that nobody wrote has no place in a file of the user's. */
function inPlace<T extends { readonly ok: boolean }>(outcome: T, { written }: { readonly written: boolean }): T {
  const value = (outcome as { value?: { readonly diagnostics: readonly Diagnostic[] } }).value;
  if (written || !value) return outcome;
  const diagnostics = value.diagnostics.map((fault) =>
    fault.file === undefined ? { ...fault, place: null, path: '' } : fault,
  );
  return { ...outcome, value: { ...value, diagnostics } };
}
