import { RpcFailure } from '../../../../shared/rpc/rpcFailure.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { auditAt } from '../auditStore.ts';

/** Prints the report of an audit: as a PDF in the folder's reports, or, in a browser, in a tab of its own that the browser prints. */
export async function printReport(workbench: Workbench, path: string): Promise<void> {
  const { rpc, workspace, notifications } = workbench;
  const { view } = auditAt(path);
  if (!view) return;
  const { auditId } = view;
  try {
    if (!workbench.context.get('electron')) return await openReport(workbench, auditId);
    const written = await rpc('audit.print', { auditId });
    await workspace.refresh();
    notifications.show('info', `The report was printed to ${written.path}.`);
  } catch (error) {
    if (error instanceof RpcFailure && error.code === 'no-printer') return openReport(workbench, auditId);
    notifications.failed('Printing the report', error);
  }
}

async function openReport({ rpc, notifications }: Workbench, auditId: string): Promise<void> {
  const { html } = await rpc('audit.report', { auditId });
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const tab = window.open(address);
  if (!tab) {
    URL.revokeObjectURL(address);
    const how = 'Allow pop-ups for this page, or take report.html from the evidence pack.';
    return notifications.show('warning', `The browser did not open the report. ${how}`);
  }
  tab.addEventListener('load', () => tab.print());
  notifications.show(
    'info',
    'The report is open in a tab of its own: choose “Save as PDF” where the browser prints it.',
    [],
    'noticePrint',
  );
}
