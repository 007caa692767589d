import type { Quote, QuoteChange } from '../../shared/planner/quote/quoteSchema.ts';
import { newestAfter } from '../../shared/planner/quote/rateCard.ts';
import type { QuoteVerdict } from '../../shared/planner/quote/verifyQuote.ts';
import { createSampling } from '../host/forecast/sampling.ts';
import { verifySealed } from '../host/quote/verifySealed.ts';
import { exitCode, type Command } from './command.ts';
import { openQuote } from './openQuote.ts';
import { parseFileCommand } from './parse.ts';
import { describeDiagnostic, plainText } from './plainText.ts';
import { progress } from './progress.ts';

/** Computes a sealed quote anew and says whether it comes to the same. */
export const quoteVerify: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, { json: { type: 'boolean' } });
  const opened = await openQuote(file, io, { broken: true });
  if ('exit' in opened) return opened.exit;
  const { quote } = opened;
  const say = progress(io);
  const sampling = createSampling();
  try {
    const verified = await verifySealed(sampling, quote, { tell: (step) => say(step) });
    if (!verified.ok) {
      io.stderr(`${plainText(verified.error.message)}\n`);
      return exitCode.badInput;
    }
    const { verdict, diagnostics } = verified.value;
    for (const fault of diagnostics) io.stderr(`${describeDiagnostic(fault, `${file}, its scenario`)}\n`);
    if (!verdict) return exitCode.badInput;
    io.stdout(values['json'] ? verdictJson(quote, verdict) : plainText(verdictText(quote, verdict)));
    return verdict.isSame ? exitCode.fine : exitCode.findings;
  } finally {
    await sampling.close();
  }
};

function verdictJson({ quote, hash }: Quote, { isSame, isSealed, differences, engine }: QuoteVerdict): string {
  const { number, version, validUntil } = quote;
  const told = { number, version, validUntil, hash, same: isSame, sealed: isSealed, engine, differences };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function verdictText({ quote, terms, figures, hash, rateCard }: Quote, verdict: QuoteVerdict): string {
  const { differences, engine, isSame, isSealed } = verdict;
  const name = `Quote ${quote.number}, version ${quote.version}, valid until ${quote.validUntil}`;
  const newer = rateCard && newestAfter(rateCard.id);
  const stale = newer ? [`Its rate card is ${rateCard.title}; ${newer.title} is known by now.`] : [];
  const other = engine.made === engine.verified ? [] : [`Made by ${engine.made}, computed anew by ${engine.verified}.`];
  const total = `${figures.expected.total} ${terms.currency}`;
  if (isSame) {
    const same = `Recomputes to the same cent: ${total} on expected usage, and every other figure.`;
    return `${[name, same, `Sealed as ${hash}`, ...other, ...stale].join('\n')}\n`;
  }
  const sealed = isSealed ? [] : ['It was changed after it was sealed.'];
  const [first, ...rest] = differences;
  const more = rest.length === 0 ? [] : [`${rest.length} more differ:`, ...rest.slice(0, 20).map(differenceText)];
  const differing = first ? [`The first that differs: ${differenceText(first).trimStart()}`] : [];
  return `${[name, 'Does not recompute to the same.', ...sealed, ...differing, ...more, ...other, ...stale].join('\n')}\n`;
}

function differenceText({ path, before, after }: QuoteChange): string {
  return `  ${path}: the quote says ${before ?? 'nothing'}, computed ${after ?? 'nothing'}`;
}
