import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import { nothingChosen } from '../../base/treeChoice.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { searchStore } from './searchStore.ts';

const job = 'search-view';
/** Most places that are listed. */
export const mostPlaces = 2000;
const mostLetters = 1_000_000;

/** Looks for what the view asks for; a search that still runs is ended. */
export async function runSearch(workbench: Workbench): Promise<void> {
  const { text, options } = searchStore.getState();
  if (text === '') {
    await workbench.rpc('search.cancel', { job });
    searchStore.setState({ view: null, fault: null, running: false });
    return;
  }
  searchStore.setState({ running: true, fault: null });
  try {
    const unsaved = unsavedTexts(workbench);
    const view = await workbench.rpc('search.run', { job, text, ...options, most: mostPlaces, unsaved });
    searchStore.setState({ view, running: false, closed: new Set(), choice: nothingChosen });
  } catch (error) {
    // A newer search goes on in its place.
    if (error instanceof RpcFailure && error.code === 'superseded') return;
    const wasStopped = error instanceof RpcFailure && error.code === 'cancelled';
    searchStore.setState({ running: false, fault: wasStopped ? null : messageOf(error) });
  }
}

export async function cancelSearch({ rpc, notifications }: Workbench): Promise<void> {
  await rpc('search.cancel', { job });
  notifications.announce('The search was cancelled.');
}

function unsavedTexts({ documents }: Workbench): { path: string; text: string }[] {
  return Object.values(documents.store.getState().byPath)
    .filter(({ dirty, text, path }) => dirty && text.length <= mostLetters && !/^(user|workspace):/.test(path))
    .slice(0, 20)
    .map(({ path, text }) => ({ path, text }));
}
