import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { sealedAt } from './quoteStore.ts';

/** Prints a sealed quote: as a PDF beside it, or, in a browser, in a tab of its own that the browser prints. */
export async function printQuote(workbench: Workbench, path: string): Promise<void> {
  const { rpc, workspace, notifications, context } = workbench;
  try {
    if (!context.get('electron')) return openPage(workbench, path);
    const written = await rpc('quote.print', { path });
    await workspace.refresh();
    notifications.show('info', `The quote was printed to ${written.path}.`);
  } catch (error) {
    if (error instanceof RpcFailure && error.code === 'no-printer') return openPage(workbench, path);
    notifications.failed('Printing the quote', error);
  }
}

function openPage({ notifications }: Workbench, path: string): void {
  const html = sealedAt(path).opening?.quote?.html;
  if (html === undefined) return;
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const tab = window.open(address);
  if (!tab) {
    URL.revokeObjectURL(address);
    const how = 'Allow pop-ups for this page, or open the quote’s HTML file from the folder.';
    return notifications.show('warning', `The browser did not open the quote. ${how}`);
  }
  tab.addEventListener('load', () => tab.print());
  notifications.show(
    'info',
    'The quote is open in a tab of its own: choose “Save as PDF” where the browser prints it.',
    [],
    'noticePrint',
  );
}
