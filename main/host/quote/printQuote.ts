import * as nodePath from 'node:path';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { quoteHtml } from '../../../shared/planner/quote/html/quoteHtml.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { writeNewFile } from '../../store/newFile.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import type { PrintPdf } from '../hostPorts.ts';
import type { Where } from '../threads/whereItFits.ts';
import { readSealed } from './readSealed.ts';

/** Prints the customer's page of a sealed quote beside it, and notes it in the history. One whose seal is broken is not printed. */
export async function printQuote(
  workspace: Workspace,
  path: string,
  { print, ...where }: Where & { readonly print: PrintPdf | null },
): Promise<Result<{ readonly path: string }, RpcError>> {
  if (!print) return err({ code: 'no-printer', message: 'In a browser, the browser prints: open the quote there.' });
  const read = fromStore(await readSealed(workspace, path, where));
  if (!read.ok) return read;
  const { quote, isSealed } = read.value;
  if (!quote) return err({ code: 'no-quote', message: `${path} is no sealed quote.` });
  if (!isSealed) return err({ code: 'broken-seal', message: `${path} was changed after it was sealed.` });
  const { number, version, validUntil } = quote.quote;
  const pdf = await print({
    html: quoteHtml(quote, { sealedFile: nodePath.posix.basename(path), internal: null }),
    title: `Quote ${number}, version ${version}`,
    period: `valid until ${validUntil}`,
    head: quote.hash,
  });
  const file = path.replace(/(\.quote)?\.json$/, '.pdf');
  const written = fromStore(await writeNewFile(workspace, { path: file, chunks: [pdf] }));
  if (!written.ok) return written;
  const note = { quote: number, path: written.value.path, sha256: written.value.sha256 };
  const noted = fromStore(await workspace.history.append({ kind: 'export', note }));
  return noted.ok ? ok({ path: written.value.path }) : noted;
}
