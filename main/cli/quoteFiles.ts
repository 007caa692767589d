import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { internalView } from '../../shared/planner/quote/internalView.ts';
import { quoteHtml } from '../../shared/planner/quote/html/quoteHtml.ts';
import type { Quote } from '../../shared/planner/quote/quoteSchema.ts';
import { quoteText } from '../../shared/planner/quote/sealQuote.ts';
import { checkNewOutFile, writeNewOutFile } from '../store/newOutFile.ts';
import { writeOutFile, type WrittenOut } from '../store/outFile.ts';
import type { StoreError } from '../store/storeError.ts';
import { cliPorts } from './cliPorts.ts';
import { exitCode, type CommandIo } from './command.ts';
import { failed } from './openBeside.ts';
import type { QuoteOptions } from './quoteOptions.ts';

/** Names of the files of a quote, as they were given. */
export interface QuoteNames {
  readonly page: string;
  readonly sealed: string;
  readonly internal: string | null;
}

/** Files to write a quote into, which are free. */
export interface QuoteFiles {
  readonly names: QuoteNames;
  /** Writes each, whole or not at all, and gives the exit code. */
  write(quote: Quote, minorDigits: number): Promise<number>;
}

/** Makes sure that the files of a quote can be made before anything is computed; the scenario itself is never written to. */
export async function openQuoteFiles(
  { out, internal, force, since }: QuoteOptions,
  io: CommandIo,
  scenario: string,
): Promise<QuoteFiles | { readonly exit: number }> {
  const ports = cliPorts();
  const names: QuoteNames = {
    page: `${out}.html`,
    sealed: `${out}.quote.json`,
    internal: internal && `${out}.internal.html`,
  };
  const inputs = [scenario, ...(since === null ? [] : [since])].map((input) => nodePath.resolve(io.cwd, input));
  const target = (file: string) => ({ absolute: nodePath.resolve(io.cwd, file), shown: file, inputs });
  const all = [names.page, names.sealed, ...(names.internal === null ? [] : [names.internal])];
  if (!force) {
    for (const file of all) {
      const free = await checkNewOutFile(ports, target(file));
      if (!free.ok) return failed(free.error, io);
    }
  }
  const write = (file: string, text: string): Promise<Result<WrittenOut, StoreError>> => {
    const chunks = [Buffer.from(text)];
    return force ? writeOutFile(ports, { ...target(file), chunks }) : writeNewOutFile(ports, target(file), chunks);
  };
  return {
    names,
    async write(quote, minorDigits) {
      const sealedFile = nodePath.basename(names.sealed);
      const texts: (readonly [string, string])[] = [
        [names.sealed, quoteText(quote)],
        [names.page, quoteHtml(quote, { sealedFile, internal: null })],
      ];
      if (internal && names.internal !== null) {
        const view = internalView(quote, internal, minorDigits);
        texts.push([names.internal, quoteHtml(quote, { sealedFile, internal: view })]);
      }
      for (const [file, text] of texts) {
        const written = await write(file, text);
        if (!written.ok) return failed(written.error, io).exit;
      }
      return exitCode.fine;
    },
  };
}
