import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { readFields } from './quoteFields.ts';
import { changeQuote, changeSealed, quoteAt, quoteStore, sealedAt } from './quoteStore.ts';

/** Makes the quote of an editor as its form and its scenario stand. What goes wrong stands in the editor; false: there is no quote. */
export async function makeQuote({ rpc, documents, notifications }: Workbench, path: string): Promise<boolean> {
  const { fields, running } = quoteAt(path);
  const { ask } = readFields(fields);
  if (!ask) notifications.announce('The form has fields that are not in order.');
  if (running || !ask) return false;
  const job = `quote-${crypto.randomUUID()}`;
  changeQuote(path, { running: { job, step: 'Beginning', part: null }, failure: null, written: null });
  try {
    await documents.open(path);
    const text = documents.get(path)?.text ?? '';
    const { quote: draft, diagnostics } = await rpc('quote.make', { job, path, text, ...ask });
    const shown = draft?.internalHtml ? quoteAt(path).shown : 'customer';
    changeQuote(path, { running: null, diagnostics, shown, ...(draft ? { draft, made: { fields, text } } : {}) });
    const { seller, accent, logo, terms } = fields;
    quoteStore.setState({ seller: { seller, accent, logo, terms } });
    notifications.announce(
      draft ? `Quote ${draft.number}, version ${draft.version}, is ready.` : 'There is no quote yet.',
    );
    return draft !== null;
  } catch (error) {
    changeQuote(path, { running: null, failure: isGivenUp(error) ? null : messageOf(error) });
    return false;
  }
}

/** Writes the quote that was made into the folder's reports. */
export async function writeQuote(workbench: Workbench, path: string): Promise<void> {
  const { draft } = quoteAt(path);
  if (!draft) return workbench.notifications.show('info', 'Make the quote first, then write it.');
  try {
    const written = await workbench.rpc('quote.write', { quoteId: draft.quoteId });
    changeQuote(path, { written });
    await workbench.workspace.refresh();
    workbench.notifications.announce(`Written: ${written.page} and ${written.sealed}.`);
  } catch (error) {
    workbench.notifications.failed('Writing the quote', error);
  }
}

/** Opens a sealed quote, and computes it anew. */
export async function openSealed({ rpc, notifications }: Workbench, path: string): Promise<void> {
  if (sealedAt(path).running) return;
  const job = `sealed-${crypto.randomUUID()}`;
  changeSealed(path, { running: { job, step: 'Reading', part: null }, failure: null });
  try {
    const opening = await rpc('quote.open', { job, path });
    changeSealed(path, { running: null, opening });
    const { quote } = opening;
    const same = quote?.verdict?.isSame;
    notifications.announce(same ? 'It recomputes to the same cent.' : 'It does not recompute to the same.');
  } catch (error) {
    changeSealed(path, { running: null, failure: isGivenUp(error) ? 'Stopped.' : messageOf(error) });
  }
}

/** Stops whatever computes a quote. */
export async function cancelQuote({ rpc }: Workbench, job: string): Promise<void> {
  await rpc('forecast.cancel', { job });
}

function isGivenUp(error: unknown): boolean {
  return error instanceof RpcFailure && (error.code === 'cancelled' || error.code === 'superseded');
}
