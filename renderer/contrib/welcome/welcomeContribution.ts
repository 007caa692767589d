import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { lazyView } from '../../platform/lazyView.tsx';
import type { Workbench } from '../../platform/workbench.ts';
import { followWalks } from './followWalks.ts';
import { beginAgain, getStarted, runNextStep } from './runStep.ts';

const category = 'Help';

const WalkthroughsView = lazyView(() => import('./WalkthroughsView.tsx').then((module) => module.WalkthroughsView));

/** The page for those who begin, and a walkthrough for each kind of user. */
export const welcomeContribution: Contribution = {
  id: 'welcome',
  containers: [{ id: 'walkthroughs', title: 'Get Started', icon: 'mortar-board', order: 90 }],
  views: [{ id: 'walkthroughs', title: 'Walkthroughs', container: 'walkthroughs', component: WalkthroughsView }],
  editors: [
    {
      scheme: 'welcome',
      icon: 'home',
      title: () => 'Welcome',
      load: () => import('./WelcomeEditor.tsx').then((module) => module.WelcomeEditor),
    },
    {
      scheme: 'hosts',
      icon: 'browser',
      title: () => 'App and Browser',
      load: () => import('./HostsHelp.tsx').then((module) => module.HostsHelp),
    },
    {
      scheme: 'accessibility',
      icon: 'question',
      title: () => 'Accessibility Help',
      load: () => import('./AccessibilityHelp.tsx').then((module) => module.AccessibilityHelp),
    },
  ],
  commands: [
    {
      id: 'help.hosts',
      category,
      title: 'App and Browser: What Differs',
      menu: { menu: 'help', group: '2_keys', order: 2 },
      run: ({ editors }) => editors.open('hosts:', { focus: true, pinned: true }),
    },
    {
      id: 'help.getStarted',
      category,
      title: 'Get Started…',
      menu: { menu: 'help', group: '1_start', order: 2 },
      run: getStarted,
    },
    {
      id: 'help.accessibility',
      category,
      title: 'Accessibility Help',
      key: 'Alt+F1',
      // The text editor has a help of its own.
      when: '!(editor == text && part == editors && inputFocus)',
      menu: { menu: 'help', group: '2_keys', order: 1 },
      run: showAccessibilityHelp,
    },
    {
      id: 'help.nextStep',
      category,
      title: 'Next Step of the Walkthrough',
      menu: { menu: 'help', group: '1_start', order: 3 },
      run: runNextStep,
    },
    {
      id: 'help.beginAgain',
      category,
      title: 'Begin All Walkthroughs Again',
      run: ({ notifications }) => {
        beginAgain(null);
        notifications.announce('All steps count as not done');
      },
    },
    ...actCommands(category, {
      'walk.do': 'Do the Step',
      'walk.markDone': 'Mark the Step as Done',
      'walk.all': 'All Walkthroughs',
      'walk.beginAgain': 'Begin This Walkthrough Again',
      'help.openSample': 'Open Sample',
    }),
  ],
  start: followWalks,
};

/** Opens the help, with the keys of the editor in front. */
function showAccessibilityHelp({ editors, context }: Workbench): void {
  const editor = context.get('editor');
  const open = editors.all().find((uri) => uri.startsWith('accessibility:'));
  const uri = editor === 'accessibility' && open !== undefined ? open : `accessibility:${editor ?? ''}`;
  if (open !== undefined && open !== uri) editors.replace(open, uri);
  editors.open(uri, { focus: true, pinned: true });
}
