import { parseAddress } from '../../platform/address.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { exportLedger } from './exportLedger.ts';

/** Ledgers: the rows of a bill, and those that were written. */
export const ledgerContribution: Contribution = {
  id: 'ledger',
  editors: [
    {
      scheme: 'ledger',
      title: titleOf,
      label: 'Ledger',
      icon: 'list-ordered',
      load: () => import('./LedgerEditor.tsx').then((module) => module.LedgerEditor),
    },
  ],
  commands: [
    {
      id: 'ledger.goToRow',
      title: 'Go to Row…',
      category: 'Ledger',
      icon: 'target',
      key: 'Ctrl+G',
      when: 'editor == ledger',
      menu: [{ menu: 'go', group: '3_ledger' }, { menu: 'editor/title' }],
      run: goToRow,
    },
    {
      id: 'ledger.export',
      title: 'Export…',
      category: 'Ledger',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: { menu: 'explorer/context', when: 'fileKind == ledger', group: '3_ledger', title: 'Export Ledger…' },
      run: exportLedger,
    },
  ],
};

function titleOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(scenario\.json|ledger)$/, '');
  return path.startsWith('bill/') ? `${name}, live` : name;
}

async function goToRow({ dialogs, editors }: Workbench): Promise<void> {
  const uri = editors.active();
  if (uri === null || parseAddress(uri).scheme !== 'ledger') return;
  const answer = await dialogs.input({
    title: 'Go to row',
    label: 'Row number',
    accept: 'Go',
    validate: (value) => (rowOf(value) === null ? 'A whole number from 1.' : null),
  });
  const row = answer === null ? null : rowOf(answer);
  if (row !== null) editors.open(uri, { reveal: { row }, focus: true });
}

function rowOf(text: string): number | null {
  const digits = text.replace(/[\s,]/g, '');
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}
