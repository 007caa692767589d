import { readDocument } from '../store/document.ts';
import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { createSampling } from '../host/forecast/sampling.ts';
import { makeQuote } from '../host/quote/makeQuote.ts';
import { offersOf } from '../host/quote/offersOf.ts';
import { createUsageFiles } from '../host/usageFiles.ts';
import { parseArguments } from './parse.ts';
import { failed, openBeside } from './openBeside.ts';
import { describeDiagnostic, plainText } from './plainText.ts';
import { progress } from './progress.ts';
import { quoteDiff } from './quoteDiff.ts';
import { openQuoteFiles } from './quoteFiles.ts';
import { readBrand } from './readBrand.ts';
import { readQuoteOptions, quoteOptions, type QuoteOptions } from './quoteOptions.ts';
import { quoteJson, quoteSummary } from './quoteText.ts';
import { quoteVerify } from './quoteVerify.ts';
import { openQuote } from './openQuote.ts';

export const quoteUsage = `drawdown quote FILE --out NAME [--customer TEXT] [--seller TEXT] [--number TEXT] [--valid-until DATE] [--note TEXT]
               [--logo FILE] [--accent #RRGGBB] [--terms TEXT]
               [--since OLD.quote.json] [--paths N] [--seed S] [--daily] [--internal] [--internal-note TEXT]
               [--credit-cost AMOUNT] [--floor AMOUNT] [--force] [--json]
  Quotes a scenario, or the first variant of a comparison with the others in columns beside it: NAME.html is the page for the customer, which opens and prints anywhere, NAME.quote.json the sealed file that
  computes it anew. The sealed file holds the scenario and all its usage rows, or with --daily only sums of credits by day. It is
  valid for 30 days unless told. --logo (a PNG or JPEG of at most 200 kB), --accent and --terms are the seller's own. --since says what changed since an earlier quote and counts its version up. --internal also
  writes NAME.internal.html, with notes, cost and floor that are in neither of the others. Nothing is overwritten without --force.
drawdown quote verify FILE.quote.json [--json]
  Computes a sealed quote anew and says whether it comes to the same cent, or which figure differs first (exit code 1).
drawdown quote diff OLD.quote.json NEW.quote.json [--json]
  What changed from one sealed quote to another: what was put in, by its path, and what came of it (exit code 1 where anything did).`;

/** Makes a quote, verifies one, or compares two. */
export const quoteCommand: Command = async (args, io) => {
  const [first, ...rest] = args;
  if (first === 'verify') return quoteVerify(rest, io);
  if (first === 'diff') return quoteDiff(rest, io);
  const { positionals, values } = parseArguments(args, quoteOptions);
  const [file, second] = positionals;
  if (file === undefined) throw new UsageError('name a scenario');
  if (second !== undefined) throw new UsageError(`one scenario at a time, not also "${second}"`);
  return makeQuoteOf(file, readQuoteOptions(values), io);
};

async function makeQuoteOf(file: string, options: QuoteOptions, io: CommandIo): Promise<number> {
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside.exit;
  const { workspace, name } = beside;
  const read = await readDocument(workspace, name);
  if (!read.ok) return failed(read.error, io).exit;
  const since = options.since === null ? null : await openQuote(options.since, io);
  if (since && 'exit' in since) return since.exit;
  const brand = await readBrand(options.brand, io);
  if (brand && 'exit' in brand) return brand.exit;
  const files = await openQuoteFiles(options, io, file);
  if ('exit' in files) return files.exit;
  const say = progress(io);
  const sampling = createSampling();
  try {
    const usage = createUsageFiles();
    const document = {
      path: name,
      text: read.value.text,
      readUsage: usage.reader(workspace, name),
      tell: (step: string, part: number | null) => say(part === null ? step : `${step}: ${Math.floor(part * 100)} %`),
    };
    const opened = await offersOf(workspace, usage, document);
    if (!opened.ok) return refused(opened.error.message, io);
    for (const fault of opened.value.diagnostics) io.stderr(`${describeDiagnostic(fault, file)}\n`);
    if (!opened.value.offers) return exitCode.badInput;
    const made = await makeQuote(sampling, {
      ...document,
      ...opened.value.offers,
      offer: opened.value.offers.name,
      workspace,
      paths: options.paths,
      seed: options.seed,
      head: { ...options.head, brand },
      daily: options.daily,
      since: since?.quote ?? null,
    });
    if (!made.ok) return refused(made.error.message, io);
    const { quote, minorDigits, diagnostics } = made.value;
    for (const fault of diagnostics) io.stderr(`${describeDiagnostic(fault, file)}\n`);
    if (!quote) return exitCode.badInput;
    const exit = await files.write(quote, minorDigits);
    if (exit !== exitCode.fine) return exit;
    io.stdout(options.json ? quoteJson(quote, files.names) : plainText(quoteSummary(quote, files.names)));
    return exitCode.fine;
  } finally {
    await sampling.close();
  }
}

function refused(message: string, io: CommandIo): number {
  io.stderr(`${plainText(message)}\n`);
  return exitCode.badInput;
}
