import { settingList } from '../../../shared/rpc/settingList.ts';
import type { Settings } from '../../../shared/rpc/views.ts';
import { applyTheme, otherShade, shownTheme } from '../../platform/applyTheme.ts';
import type { Workbench } from '../../platform/workbench.ts';

const icons: Readonly<Record<string, string>> = {
  system: 'vm',
  light: 'circle-large-outline',
  dark: 'circle-large-filled',
  'hc-light': 'color-mode',
  'hc-dark': 'color-mode',
};

/** Asks for a theme; each is tried on the page as the user moves over it. */
export async function chooseTheme(workbench: Workbench): Promise<void> {
  const before = workbench.settings.getState();
  const setting = settingList.find((each) => each.id === 'theme');
  const options = setting?.kind === 'choice' ? setting.options : [];
  const theme = await workbench.dialogs.pick<Settings['theme']>({
    title: 'Color Theme',
    placeholder: 'Choose a theme (up and down to try them)',
    items: options.map(({ value, title }) => ({
      id: value,
      title,
      icon: icons[value] ?? 'color-mode',
      value: value as Settings['theme'],
    })),
    first: before.theme,
    onActive: (active) => applyTheme({ ...before, theme: active }),
  });
  if (theme === null) return applyTheme(before);
  await setTheme(workbench, theme).finally(() => applyTheme(workbench.settings.getState()));
}

export function toggleTheme(workbench: Workbench): Promise<void> {
  return setTheme(workbench, otherShade(shownTheme(workbench.settings.getState().theme)));
}

async function setTheme({ rpc, settings }: Workbench, theme: Settings['theme']): Promise<void> {
  settings.setState(await rpc('settings.set', { theme }));
}
