import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { exportLedger } from './exportLedger.ts';
import { LedgerStatus } from './LedgerStatus.tsx';
import { followLedgers, verifyAgainst, verifyLedger } from './verifyLedger.ts';

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
  start: followLedgers,
  statusItems: [{ id: 'ledger', side: 'right', order: 20, component: LedgerStatus }],
  commands: [
    {
      id: 'ledger.verify',
      title: 'Verify',
      category: 'Ledger',
      icon: 'verified',
      when: 'editor == ledger',
      run: verifyLedger,
    },
    {
      id: 'ledger.verifyAgainst',
      title: 'Verify Against a Saved Head…',
      category: 'Ledger',
      when: 'editor == ledger',
      run: verifyAgainst,
    },
    {
      id: 'ledger.export',
      title: 'Export…',
      category: 'Ledger',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: { menu: 'explorer/context', when: 'fileKind == ledger', group: '3_ledger', title: 'Export Ledger…' },
      run: exportLedger,
    },
    ...actCommands('Ledger', {
      'ledger.copyHead': 'Copy the Head Digest',
    }),
  ],
};

function titleOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(scenario\.json|ledger)$/, '');
  return path.startsWith('bill/') ? `${name}, live` : name;
}
