import type { Contribution } from '../../platform/contribution.ts';
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
