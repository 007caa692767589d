import { openSeal } from '../quote/openSeal.ts';
import { serveParts } from '../../workers/serveParts.ts';
import { openDecode, openInvoices, openRun, type InvoicesTask } from './scenarioJobs.ts';

/** `decode`: the text of a scenario; `run`: a `RunTask`; `quote`: a sealed quote; `invoices`: an `InvoicesTask`. Each in one part. */
serveParts({
  decode: openDecode,
  run: openRun,
  quote: (text: string) => () => openSeal(text),
  invoices: (task: InvoicesTask) => () => openInvoices(task),
});
