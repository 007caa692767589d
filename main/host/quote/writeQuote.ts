import { err, ok, type Result } from '../../../shared/base/result.ts';
import { quoteHtml } from '../../../shared/planner/quote/html/quoteHtml.ts';
import { quoteText } from '../../../shared/planner/quote/sealQuote.ts';
import type { QuoteWritten } from '../../../shared/rpc/quoteViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { locateFile } from '../../store/locateFile.ts';
import { writeNewFile } from '../../store/newFile.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import type { KeptQuote } from './keptQuote.ts';
import { quoteStem } from './quoteStem.ts';

const suffixes = { sealed: '.quote.json', page: '.html', internal: '.internal.html' } as const;
const mostNames = 1000;

/** Writes the files of a quote under one free name, never over others, and notes it in the history. */
export async function writeQuote(
  workspace: Workspace,
  { quote, internal }: KeptQuote,
): Promise<Result<QuoteWritten, RpcError>> {
  const stem = await freeStem(workspace, `reports/${quoteStem(quote)}`);
  if (stem === null) return err({ code: 'exists', message: 'Every numbered name for this quote is taken.' });
  const sealedFile = `${stem.slice(stem.lastIndexOf('/') + 1)}${suffixes.sealed}`;
  const sealed = await write(workspace, `${stem}${suffixes.sealed}`, quoteText(quote));
  if (!sealed.ok) return sealed;
  const page = await write(workspace, `${stem}${suffixes.page}`, quoteHtml(quote, { sealedFile, internal: null }));
  if (!page.ok) return page;
  const own =
    internal && (await write(workspace, `${stem}${suffixes.internal}`, quoteHtml(quote, { sealedFile, internal })));
  if (own?.ok === false) return own;
  const { number, version } = quote.quote;
  const note = { quote: number, version: String(version), hash: quote.hash, path: sealed.value };
  const noted = fromStore(await workspace.history.append({ kind: 'export', note }));
  return noted.ok ? ok({ page: page.value, sealed: sealed.value, internal: own?.value ?? null }) : noted;
}

async function write(workspace: Workspace, path: string, text: string): Promise<Result<string, RpcError>> {
  const written = fromStore(await writeNewFile(workspace, { path, chunks: [Buffer.from(text)] }));
  return written.ok ? ok(written.value.path) : written;
}

/** The first name under which none of the files is there yet. */
async function freeStem(workspace: Workspace, stem: string): Promise<string | null> {
  for (let number = 1; number <= mostNames; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    const found = await Promise.all(Object.values(suffixes).map((suffix) => locateFile(workspace, `${name}${suffix}`)));
    if (found.every((each) => !each.ok)) return name;
  }
  return null;
}
