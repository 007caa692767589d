import { parseAddress } from '../../platform/address.ts';
import { lazyView } from '../../platform/lazyView.tsx';
import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { auditStore, changeAudit, forgetAudits, markChanged } from './auditStore.ts';
import { takeDrops } from './dropOnWindow.ts';
import { useFindingCount } from './useFindingCount.ts';
import { firstChoice, newAudit } from './firstChoice.ts';
import { openAuditGrid } from './grid/openAuditGrid.ts';

const category = 'Audit';

const FindingsView = lazyView(() => import('./FindingsView.tsx').then((module) => module.FindingsView));

/** A second opinion on what somebody exported. */
export const auditContribution: Contribution = {
  id: 'audit',
  editors: [
    {
      scheme: 'audit',
      icon: 'verified',
      title: titleOf,
      load: () => import('./AuditEditor.tsx').then((module) => module.AuditEditor),
    },
    {
      scheme: 'auditrows',
      icon: 'table',
      title: (path) => `Findings of ${titleOf(path)}`,
      load: () => import('./grid/AuditGridEditor.tsx').then((module) => module.AuditGridEditor),
    },
  ],
  views: [
    {
      id: 'audit.findings',
      title: 'Findings',
      container: 'panel',
      order: 10,
      component: FindingsView,
      useBadge: useFindingCount,
    },
  ],
  commands: [
    {
      id: 'audit.open',
      category,
      title: 'Audit a Ledger or Invoices…',
      icon: 'verified',
      when: 'workspaceOpen',
      menu: [
        { menu: 'run', group: '2_audit' },
        { menu: 'explorer/context', when: 'fileKind == ledger', group: '2_bill', title: 'Audit This Ledger…' },
        {
          menu: 'explorer/context',
          when: 'fileKind == scenario',
          group: '2_bill',
          title: 'Audit Against These Terms…',
        },
        {
          menu: 'explorer/context',
          when: 'fileKind == file || fileKind == usage',
          group: '2_bill',
          title: 'Audit as an Export…',
        },
        { menu: 'editor/title', when: 'editor == ledger', title: 'Audit This Ledger…' },
      ],
      run: openAudit,
    },
    {
      id: 'audit.run',
      category,
      title: 'Run Audit',
      key: 'CtrlCmd+Enter',
      when: 'editor == audit',
      menu: { menu: 'run', group: '2_audit' },
      run: (workbench) => withAudit(workbench, async (path) => (await running()).runAudit(workbench, path)),
    },
    {
      id: 'audit.grid',
      category,
      title: 'Findings as a Grid',
      icon: 'table',
      when: 'editor == audit',
      menu: { menu: 'editor/title', title: 'Findings as a Grid' },
      run: (workbench) => withAudit(workbench, async (path) => openAuditGrid(workbench, path, 'findings')),
    },
    {
      id: 'audit.pack',
      category,
      title: 'Write Evidence Pack',
      when: 'editor == audit && !workspaceReadOnly',
      menu: { menu: 'run', group: '2_audit' },
      run: (workbench) =>
        withAudit(workbench, async (path) => (await import('./packAudit.ts')).packAudit(workbench, path)),
    },
    {
      id: 'audit.print',
      category,
      title: 'Print Report',
      when: 'editor == audit',
      menu: { menu: 'run', group: '2_audit' },
      run: (workbench) =>
        withAudit(workbench, async (path) => (await import('./desk/printReport.ts')).printReport(workbench, path)),
    },
    {
      id: 'audit.cancel',
      category,
      title: 'Cancel the Audit',
      when: 'editor == audit',
      run: (workbench) => withAudit(workbench, async (path) => (await running()).cancelAudit(workbench, path)),
    },
    ...actCommands(category, {
      'audit.addFiles': 'Add Files…',
      'audit.goToRow': 'Go to the Row',
      'audit.why': 'Why Is the Row So?',
      'audit.openTerms': 'Open the Terms',
      'audit.signPreparer': 'Sign as Preparer',
      'audit.signReviewer': 'Sign as Reviewer',
      'audit.addNote': 'Add Note to the Papers',
      'audit.noteFinding': 'Add a Note to the Finding…',
      'audit.writeNote': 'Write the Note',
      'audit.openFinding': 'Go to Finding',
      'audit.openGrid': 'Open as a Grid',
      'audit.earlierRows': 'Show Earlier Rows',
      'audit.laterRows': 'Show Later Rows',
      'audit.openLine': 'Open the File at the Row',
      'audit.checkMap': 'Check How a File Is Read',
      'audit.saveMap': 'Save Map…',
      'audit.useMap': 'Use This Map',
      'audit.judge': 'Judge by Materiality',
      'audit.drawSample': 'Draw Sample',
      'audit.agree': 'Tick Sample Row: Agreed',
      'audit.disagree': 'Tick Sample Row: Not Agreed',
      'audit.exportExceptions': 'Export Exceptions as CSV',
      'audit.exception': 'Follow Up on an Exception…',
      'audit.followUp': 'Keep the Follow-Up',
      'audit.noteRow': 'Note on Row',
    }),
  ],
  start,
};

/** What runs audits comes when it is asked for: start-up does without. */
const running = () => import('./runAudit.ts');

function titleOf(path: string): string {
  if (path === newAudit) return 'Audit';
  return `Audit ${path.slice(path.lastIndexOf('/') + 1).replace(/\.(scenario\.json|ledger)$/, '')}`;
}

/** Opens an audit of the file named, of the ledger in front, or one that begins with choosing. */
function openAudit({ editors, workspace }: Workbench, args?: unknown): void {
  const named = typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string';
  const path = named ? String(args.path) : (ledgerInFront(editors.active()) ?? newAudit);
  const files = workspace.store.getState()?.files;
  // So that it can be run before its editor is drawn.
  if (files && !auditStore.getState().byPath[path]) changeAudit(path, { choice: firstChoice(path, files) });
  editors.open(`audit:${path}`, { focus: true, pinned: true });
}

function ledgerInFront(uri: string | null): string | null {
  const address = uri === null ? null : parseAddress(uri);
  return address?.scheme === 'ledger' && address.path.endsWith('.ledger') ? address.path : null;
}

function withAudit<Done extends boolean | void>({ editors }: Workbench, work: (path: string) => Promise<Done>) {
  const uri = editors.active();
  if (uri === null || parseAddress(uri).scheme !== 'audit') return;
  return work(parseAddress(uri).path);
}

/** Follows the progress that the host tells, and forgets the audits of a folder that is left. */
function start(workbench: Workbench): void {
  const { on, workspace } = workbench;
  takeDrops(workbench);
  on('workspace.changed', ({ paths }) => markChanged(paths));
  on('audit.progress', ({ job, step, part }) => {
    for (const [path, { running }] of Object.entries(auditStore.getState().byPath)) {
      if (running?.job === job) changeAudit(path, { running: { job, step, part } });
    }
  });
  let folder = workspace.store.getState()?.folder;
  workspace.store.subscribe((view) => {
    if (view?.folder === folder) return;
    folder = view?.folder;
    forgetAudits();
  });
}
