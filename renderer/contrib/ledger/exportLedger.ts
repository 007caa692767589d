import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { ledgerInFront } from './ledgerInFront.ts';

type Format = RpcParams<'ledger.export'>['format'];

function item(value: Format, title: string, detail: string) {
  return { id: value, title, detail, value };
}

const formats = [
  item('csv', 'CSV', 'For spreadsheets; cells that would run as formulas are made harmless'),
  item('xlsx', 'XLSX', 'Typed cells on the sheets inputs, workings, outputs and checks'),
  item('invoices', 'Invoices, CSV', 'A row a line of every invoice'),
  item('roll-forward', 'Roll-forward, CSV', 'Opening, purchased, used, lapsed and closing, by lot and month'),
  item('hledger', 'Journal for hledger', 'Double entries: deferred revenue by lot, breakage, receivable Flex'),
  item('ledger', 'Journal for ledger', 'The same entries'),
  item('beancount', 'Journal for beancount', 'The same entries'),
  item('focus', 'FOCUS 1.2, CSV', 'Cost rows whose billed cost adds up to each invoice'),
  item('ndjson', 'NDJSON', 'A row a line, for programs'),
  item('json', 'JSON', 'One document with the manifest and all rows'),
];

/** Exports a ledger into the workspace, in the format that the user picks. */
export async function exportLedger(workbench: Workbench, args?: unknown): Promise<void> {
  const ledger = ledgerInFront(workbench, args);
  if (ledger === null) return;
  const format = await workbench.dialogs.pick({ title: 'Export ledger', placeholder: 'Format', items: formats });
  if (format === null) return;
  try {
    const { path } = await workbench.rpc('ledger.export', { path: ledger, format });
    await workbench.workspace.refresh();
    workbench.notifications.show('info', `Exported to ${path}.`, [
      { title: 'Open', run: () => workbench.editors.openFile(path) },
    ]);
  } catch (error) {
    workbench.notifications.failed('Exporting the ledger', error);
  }
}
