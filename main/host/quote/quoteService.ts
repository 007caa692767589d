import { err, ok, type Result } from '../../../shared/base/result.ts';
import { internalView, type InternalNotes } from '../../../shared/planner/quote/internalView.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { QuoteOpening } from '../../../shared/rpc/quoteViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import type { SampledJobs } from '../forecast/forecastService.ts';
import { fromStore } from '../fromStore.ts';
import type { Handlers } from '../handlers.ts';
import type { HostPorts } from '../hostPorts.ts';
import type { OpenFolder } from '../openFolder.ts';
import type { ScenarioThreads } from '../threads/scenarioThreads.ts';
import type { Where } from '../threads/whereItFits.ts';
import type { KeptQuote } from './keptQuote.ts';
import { offersOf } from './offersOf.ts';
import type { UsageFiles } from '../usageFiles.ts';
import { makeQuote, type QuoteMade } from './makeQuote.ts';
import { openedQuote } from './openedQuote.ts';
import { printQuote } from './printQuote.ts';
import { draftOf } from './quoteDraft.ts';
import { readSealed } from './readSealed.ts';
import { verifySealed } from './verifySealed.ts';
import { writeQuote } from './writeQuote.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly files: UsageFiles;
  readonly sampled: SampledJobs;
  readonly threads: ScenarioThreads;
}

const mostKept = 5;

/** Makes, writes, opens and prints quotes. */
export function quoteService({
  ports,
  open,
  files,
  threads,
  sampled: { inJob, sampling },
}: Parts): Handlers<'quote.make' | 'quote.write' | 'quote.open' | 'quote.print'> {
  const kept = new Map<string, KeptQuote>();

  function keep({ quote, minorDigits }: QuoteMade & { readonly quote: Quote }, notes: InternalNotes | null): KeptQuote {
    const quoteId = ports.randomId();
    const made = { quoteId, quote, internal: notes && internalView(quote, notes, minorDigits) };
    kept.set(quoteId, made);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return made;
  }

  return {
    'quote.make': (wanted) =>
      inJob(wanted, async (document, workspace) => {
        const since = await quoteBefore(workspace, wanted, { threads, signal: document.signal });
        if (!since.ok) return since;
        const { paths, seed, daily } = wanted;
        const opened = await offersOf(workspace, files, { ...document, path: wanted.path });
        if (!opened.ok) return opened;
        const { offers } = opened.value;
        if (!offers) return ok({ quote: null, diagnostics: opened.value.diagnostics });
        const head = headOf(wanted);
        const made = await makeQuote(sampling, {
          ...document,
          ...offers,
          offer: offers.name,
          workspace,
          paths,
          seed,
          daily,
          head,
          since: since.value,
        });
        if (!made.ok) return made;
        const { quote, diagnostics } = made.value;
        return ok({ quote: quote && draftOf(keep({ ...made.value, quote }, wanted.internal)), diagnostics });
      }),
    'quote.write': async ({ quoteId }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const made = kept.get(quoteId);
      if (!made) return err({ code: 'unknown-quote', message: 'The quote is no longer kept: make it again.' });
      return writeQuote(workspace.value, made);
    },
    'quote.open': ({ job, path }) =>
      inJob<QuoteOpening>({ job, path, text: '' }, async ({ signal, tell }, workspace) => {
        const read = fromStore(await readSealed(workspace, path, { threads, signal }));
        if (!read.ok) return read;
        const { quote, diagnostics } = read.value;
        if (!quote) return ok({ quote: null, diagnostics });
        const waiting = { threads, ...(signal ? { signal } : {}), ...(tell ? { tell } : {}) };
        const verified = await verifySealed(sampling, quote, waiting);
        if (!verified.ok) return verified;
        const { verdict } = verified.value;
        return ok({
          quote: openedQuote({ quote, verdict, path, now: ports.clock.now() }),
          diagnostics: verified.value.diagnostics,
        });
      }),
    'quote.print': async ({ path }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      return printQuote(workspace.value, path, { threads, print: ports.printPdf ?? null });
    },
  };
}

function headOf({ number, validUntil, customer, seller, notes, brand }: RpcParams<'quote.make'>) {
  // With a quote before, what is left empty stays as it was there.
  return { number, validUntil, customer: customer || null, seller: seller || null, notes, brand };
}

/** The quote that another follows; one that was changed since it was sealed is refused. */
async function quoteBefore(
  workspace: Workspace,
  { since }: Pick<RpcParams<'quote.make'>, 'since'>,
  where: Where,
): Promise<Result<Quote | null, RpcError>> {
  if (since === null) return ok(null);
  const read = fromStore(await readSealed(workspace, since, where));
  if (!read.ok) return read;
  const { quote, isSealed, diagnostics } = read.value;
  if (!quote) return err({ code: 'no-quote', message: `${since}: ${diagnostics[0]?.message ?? 'This is no quote.'}` });
  if (!isSealed) return err({ code: 'broken-seal', message: `${since} was changed after it was sealed.` });
  return ok(quote);
}
