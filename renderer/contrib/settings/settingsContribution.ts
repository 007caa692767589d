import type { Settings } from '../../../shared/rpc/views.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { applyTheme, shownTheme } from '../../platform/applyTheme.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { ThemeStatus } from './ThemeStatus.tsx';

const category = 'Preferences';

export const settingsContribution: Contribution = {
  id: 'settings',
  statusItems: [{ id: 'theme', side: 'right', order: 90, component: ThemeStatus }],
  commands: [
    {
      id: 'settings.colorTheme',
      category,
      title: 'Color Theme…',
      key: 'CtrlCmd+K CtrlCmd+T',
      menu: [
        { menu: 'activity/gear', group: '2_look', order: 1 },
        { menu: 'file', group: '8_preferences', order: 1 },
      ],
      run: chooseTheme,
    },
    {
      id: 'settings.toggleTheme',
      category,
      title: 'Toggle between Light and Dark Theme',
      run: (workbench) =>
        setTheme(workbench, shownTheme(workbench.settings.getState().theme) === 'dark' ? 'light' : 'dark'),
    },
  ],
};

async function chooseTheme(workbench: Workbench): Promise<void> {
  const before = workbench.settings.getState();
  const theme = await workbench.dialogs.pick<Settings['theme']>({
    title: 'Color Theme',
    placeholder: 'Choose a theme (up and down to try them)',
    items: [
      { id: 'system', title: 'Like the System', icon: 'vm', value: 'system' },
      { id: 'light', title: 'Light', icon: 'circle-large-outline', value: 'light' },
      { id: 'dark', title: 'Dark', icon: 'circle-large-filled', value: 'dark' },
    ],
    first: before.theme,
    onActive: (active) => applyTheme({ ...before, theme: active }),
  });
  if (theme === null) applyTheme(before);
  else await setTheme(workbench, theme);
}

async function setTheme({ rpc, settings }: Workbench, theme: Settings['theme']): Promise<void> {
  settings.setState(await rpc('settings.set', { theme }));
}
