import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { lazyView } from '../../platform/lazyView.tsx';
import type { Workbench } from '../../platform/workbench.ts';
import { EditionStatus } from './EditionStatus.tsx';
import { followScenarios } from './followScenarios.ts';
import { isWhyQuestion } from './why/whyQuestion.ts';
import { ask, closeWhy } from './why/whyStore.ts';
import { scenarioOf, writeLedger } from './writeLedger.ts';

const WhyView = lazyView(() => import('./why/WhyView.tsx').then((module) => module.WhyView));

/** The bill of a scenario, and the view that answers why. */
export const billContribution: Contribution = {
  id: 'bill',
  editors: [
    {
      scheme: 'bill',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace('.scenario.json', ''),
      label: 'Bill',
      icon: 'graph',
      document: (path) => path,
      load: () => import('./BillEditor.tsx').then((module) => module.BillEditor),
    },
  ],
  statusItems: [{ id: 'edition', side: 'right', order: 10, component: EditionStatus }],
  views: [{ id: 'why', title: 'Why', container: 'panel', order: 30, component: WhyView }],
  commands: [
    {
      id: 'bill.open',
      title: 'Open Bill to the Side',
      category: 'Bill',
      icon: 'graph',
      when: 'workspaceOpen',
      menu: [
        { menu: 'editor/title', when: '(editor == scenario || editor == text) && scenarioFile' },
        { menu: 'explorer/context', when: 'fileKind == scenario', group: '2_bill' },
      ],
      run: openBill,
    },
    {
      id: 'bill.rows',
      title: 'Open Ledger Rows',
      category: 'Bill',
      icon: 'list-ordered',
      when: 'editor == bill',
      menu: { menu: 'editor/title' },
      run: openRows,
    },
    {
      id: 'bill.writeLedger',
      title: 'Run and Write Ledger',
      category: 'Bill',
      key: 'CtrlCmd+Enter',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: { menu: 'run', group: '1_run' },
      run: writeLedger,
    },
    { id: 'why.show', title: 'Why', palette: false, run: showWhy },
    {
      id: 'why.copy',
      title: 'Copy the Reason as Text',
      category: 'Why',
      menu: { menu: 'why/context', group: '1_copy' },
      run: async (workbench) => (await import('./why/copyWhy.ts')).copyWhy(workbench),
    },
    {
      id: 'why.close',
      title: 'Close the Reason',
      category: 'Why',
      menu: { menu: 'why/context', group: '2_close' },
      run: closeWhy,
    },
    {
      id: 'why.focus',
      title: 'Focus on the Reason',
      category: 'Why',
      run: (workbench) => workbench.showView('why'),
    },
    ...actCommands('Bill', {
      'bill.unfoldInvoices': 'Unfold All Invoices',
      'bill.foldInvoices': 'Fold All Invoices',
      'why.ledgerRow': 'Go to the Ledger Row of the Reason',
      'why.figure': 'Explain a Figure',
      'why.goToTerms': 'Go to the Terms of the Reason',
    }),
  ],
  start: followScenarios,
};

function showWhy(workbench: Workbench, question?: unknown): void {
  if (!isWhyQuestion(question)) return;
  const at = document.activeElement;
  const from = at instanceof HTMLElement || at instanceof SVGElement ? at : null;
  ask(question, from);
  workbench.showView('why');
}

function openBill(workbench: Workbench, args?: unknown): void {
  const path = scenarioOf(workbench, args);
  if (path !== null) workbench.editors.open(`bill:${path}`, { side: true, pinned: true });
}

function openRows(workbench: Workbench, args?: unknown): void {
  const path = scenarioOf(workbench, args);
  if (path !== null) workbench.editors.open(`ledger:bill/${path}`, { focus: true, pinned: true });
}
