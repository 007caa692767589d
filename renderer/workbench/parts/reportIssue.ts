import { productVersion } from '../../../shared/base/productVersion.ts';
import type { Shell } from '../shell.ts';
import { issueReport } from './issueReport.ts';
import { outputText } from './outputText.ts';

const mostLines = 200;

/** Offers a report to copy. Nothing is sent: whoever reports looks through it first. */
export async function reportIssue({ dialogs, context, settings, output, notifications }: Shell): Promise<void> {
  const lines = output.store.getState().lines.slice(-mostLines);
  const text = issueReport({
    version: productVersion,
    host: context.get('electron') ? 'desktop app' : 'browser',
    agent: navigator.userAgent,
    settings: settings.getState(),
    output: outputText(lines),
  });
  const choice = await dialogs.confirm({
    title: 'Report Issue',
    text:
      `A report holds the version, your settings and the last ${lines.length} lines of Output, names of folders and files among them, ` +
      'but nothing of what is in them. It is not sent anywhere: look through it, and paste it where you report.',
    actions: [{ id: 'copy', title: 'Copy Report' }],
  });
  if (choice !== 'copy') return;
  await navigator.clipboard.writeText(text);
  notifications.announce('The report is copied');
}
