import { parseAddress } from '../../platform/address.ts';
import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { scenarioFor } from '../../workbench/scenarioInFront.ts';
import { changeQuote, changeSealed, forgetQuotes, quoteStore } from './quoteStore.ts';

const category = 'Quote';

/** A quote for a customer, and a sealed file that computes it anew. */
export const quoteContribution: Contribution = {
  id: 'quote',
  editors: [
    {
      scheme: 'quote',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.(scenario|comparison)\.json$/, ''),
      label: 'Quote',
      icon: 'mail',
      document: (path) => path,
      load: () => import('./QuoteEditor.tsx').then((module) => module.QuoteEditor),
    },
    {
      scheme: 'sealed',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace('.quote.json', ''),
      label: 'Sealed',
      icon: 'lock',
      load: () => import('./SealedEditor.tsx').then((module) => module.SealedEditor),
    },
  ],
  commands: [
    {
      id: 'quote.open',
      category,
      title: 'Write…',
      icon: 'mail',
      when: 'workspaceOpen',
      menu: [
        {
          menu: 'editor/title',
          when: '(editor == scenario || editor == text || editor == bill || editor == forecast || editor == planner) && scenarioFile',
          title: 'Write Quote…',
        },
        { menu: 'editor/title', when: 'editor == comparison', title: 'Write Quote…' },
        { menu: 'explorer/context', when: 'fileKind == scenario', group: '2_bill', title: 'Write Quote…' },
        { menu: 'run', group: '3_forecast', title: 'Write Quote…' },
      ],
      run: openQuote,
    },
    {
      id: 'quote.make',
      category,
      title: 'Make',
      key: 'CtrlCmd+Enter',
      when: 'editor == quote',
      run: (workbench) => inFront(workbench, 'quote', async (path) => (await making()).makeQuote(workbench, path)),
    },
    {
      id: 'quote.write',
      category,
      title: 'Write to Reports',
      when: 'editor == quote && !workspaceReadOnly',
      run: (workbench) => inFront(workbench, 'quote', async (path) => (await making()).writeQuote(workbench, path)),
    },
    {
      id: 'quote.verify',
      category,
      title: 'Verify Again',
      key: 'CtrlCmd+Enter',
      when: 'editor == sealed',
      run: (workbench) => inFront(workbench, 'sealed', async (path) => (await making()).openSealed(workbench, path)),
    },
    {
      id: 'quote.print',
      category,
      title: 'Print',
      when: 'editor == sealed',
      run: (workbench) =>
        inFront(workbench, 'sealed', async (path) => (await import('./printQuote.ts')).printQuote(workbench, path)),
    },
    ...actCommands(category, {
      'quote.openSealed': 'Open the Sealed Quote',
      'quote.removeLogo': 'Remove the Logo',
    }),
  ],
  start,
};

/** What makes quotes comes when it is asked for: start-up does without. */
const making = () => import('./makeQuote.ts');

async function openQuote(workbench: Workbench, args?: unknown): Promise<void> {
  const path = comparisonInFront(workbench, args) ?? (await scenarioFor(workbench, args, 'Write a quote'));
  if (path === null) return workbench.notifications.show('info', 'A quote is made of a scenario: open one first.');
  workbench.editors.open(`quote:${path}`, { focus: true, pinned: true });
}

/** A comparison is quoted too: its first variant, with the others beside it. */
function comparisonInFront({ editors }: Workbench, args: unknown): string | null {
  const uri = args === undefined ? editors.active() : null;
  const path = uri === null ? '' : parseAddress(uri).path;
  return path.endsWith('.comparison.json') ? path : null;
}

function inFront<Done extends boolean | void>(
  { editors }: Workbench,
  scheme: string,
  work: (path: string) => Promise<Done>,
) {
  const uri = editors.active();
  if (uri === null || parseAddress(uri).scheme !== scheme) return;
  return work(parseAddress(uri).path);
}

/** Follows the progress that the host tells, and forgets the quotes of a folder that is left. */
function start({ on, workspace }: Workbench): void {
  on('forecast.progress', ({ job, step, part }) => {
    const running = { job, step, part };
    const { quotes, sealed } = quoteStore.getState();
    for (const [path, each] of Object.entries(quotes)) if (each.running?.job === job) changeQuote(path, { running });
    for (const [path, each] of Object.entries(sealed)) if (each.running?.job === job) changeSealed(path, { running });
  });
  let folder = workspace.store.getState()?.folder;
  workspace.store.subscribe((view) => {
    if (view?.folder === folder) return;
    folder = view?.folder;
    forgetQuotes();
  });
}
