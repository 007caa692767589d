import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';

type Format = 'json' | 'ndjson' | 'csv';

const formats: readonly {
  readonly id: Format;
  readonly title: string;
  readonly detail: string;
  readonly value: Format;
}[] = [
  {
    id: 'csv',
    title: 'CSV',
    detail: 'For spreadsheets; cells that would run as formulas are made harmless',
    value: 'csv',
  },
  { id: 'ndjson', title: 'NDJSON', detail: 'A row a line, for programs', value: 'ndjson' },
  { id: 'json', title: 'JSON', detail: 'One document with the manifest and all rows', value: 'json' },
];

/** Exports a ledger into the workspace, in the format that the user picks. */
export async function exportLedger(workbench: Workbench, args?: unknown): Promise<void> {
  const ledger = ledgerOf(workbench, args);
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

function ledgerOf({ editors }: Workbench, args: unknown): string | null {
  if (typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string') return args.path;
  const uri = editors.active();
  const address = uri === null ? null : parseAddress(uri);
  return address?.scheme === 'ledger' && !address.path.startsWith('bill/') ? address.path : null;
}
