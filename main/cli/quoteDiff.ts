import type { QuoteChange, QuoteSince } from '../../shared/planner/quote/quoteSchema.ts';
import { quoteSince } from '../../shared/planner/quote/quoteSince.ts';
import { exitCode, UsageError, type Command } from './command.ts';
import { openQuote } from './openQuote.ts';
import { parseArguments } from './parse.ts';
import { plainText } from './plainText.ts';

/** Tells what changed from one sealed quote to another. */
export const quoteDiff: Command = async (args, io) => {
  const { positionals, values } = parseArguments(args, { json: { type: 'boolean' } });
  const [old, now, ...rest] = positionals;
  if (old === undefined || now === undefined || rest.length > 0) throw new UsageError('name two sealed quotes');
  const before = await openQuote(old, io);
  if ('exit' in before) return before.exit;
  const after = await openQuote(now, io);
  if ('exit' in after) return after.exit;
  const since = quoteSince(before.quote, after.quote);
  const { number, version } = after.quote.quote;
  if (values['json'])
    io.stdout(`${JSON.stringify({ from: headOf(since), to: { number, version }, ...changes(since) }, null, 2)}\n`);
  else io.stdout(plainText(diffText(since, `${number}, version ${version}`)));
  return since.inputs.length + since.figures.length === 0 ? exitCode.fine : exitCode.findings;
};

function headOf({ number, version }: QuoteSince) {
  return { number, version };
}

function changes({ inputs, figures, more }: QuoteSince) {
  return { inputs, figures, more };
}

function diffText({ number, version, inputs, figures, more }: QuoteSince, to: string): string {
  const lines = [
    `From ${number}, version ${version}, to ${to}`,
    ...part('Put in', inputs),
    ...part('Came out', figures),
  ];
  if (inputs.length + figures.length === 0) lines.push('Nothing changed.');
  if (more > 0) lines.push(`${more} more changes are not listed.`);
  return `${lines.join('\n')}\n`;
}

function part(title: string, list: readonly QuoteChange[]): string[] {
  if (list.length === 0) return [];
  return [
    `${title}:`,
    ...list.map(({ path, before, after }) => `  ${path}: ${before ?? '(none)'} → ${after ?? '(none)'}`),
  ];
}
