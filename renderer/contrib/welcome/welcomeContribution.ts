import type { Contribution } from '../../platform/contribution.ts';

/** The page for those who begin. */
export const welcomeContribution: Contribution = {
  id: 'welcome',
  editors: [
    {
      scheme: 'welcome',
      icon: 'home',
      title: () => 'Welcome',
      load: () => import('./WelcomeEditor.tsx').then((module) => module.WelcomeEditor),
    },
  ],
};
