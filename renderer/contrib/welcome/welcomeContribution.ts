import type { Contribution } from '../../platform/contribution.ts';
import { lazyView } from '../../platform/lazyView.ts';
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
  ],
  commands: [
    {
      id: 'help.getStarted',
      category,
      title: 'Get Started…',
      menu: { menu: 'help', group: '1_start', order: 2 },
      run: getStarted,
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
  ],
  start: followWalks,
};
