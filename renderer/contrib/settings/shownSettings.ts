import { firstSettings, settingList, type Setting } from '../../../shared/rpc/settingList.ts';
import type { SettingsFile, SettingsView } from '../../../shared/rpc/views.ts';

export type Where = 'user' | 'workspace';

/** A setting as a scope shows it. */
export interface ShownSetting {
  readonly setting: Setting;
  /** What holds in this scope: what its file says, else what it would be without. */
  readonly value: string | number | boolean;
  /** The scope's own file sets it. */
  readonly modified: boolean;
  /** The other scope's file sets it too. */
  readonly elsewhere: boolean;
}

/** The settings of a scope that a search leaves. `@modified` leaves those that the scope sets. */
export function shownSettings(view: SettingsView, where: Where, search: string): readonly ShownSetting[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const onlyModified = words.includes('@modified');
  const wanted = words.filter((word) => word !== '@modified');
  const own: Partial<SettingsFile['values']> = (where === 'user' ? view.user : view.workspace)?.values ?? {};
  const other: Partial<SettingsFile['values']> = (where === 'user' ? view.workspace : view.user)?.values ?? {};
  const base = where === 'user' ? firstSettings : { ...firstSettings, ...view.user.values };
  return settingList
    .filter((setting) => where === 'user' || setting.anywhere)
    .map((setting) => ({
      setting,
      value: own[setting.id] ?? base[setting.id],
      modified: own[setting.id] !== undefined,
      elsewhere: other[setting.id] !== undefined,
    }))
    .filter(({ modified }) => modified || !onlyModified)
    .filter(({ setting }) => wanted.every((word) => textOf(setting).includes(word)));
}

function textOf({ id, group, title, about, ...rest }: Setting): string {
  const options = rest.kind === 'choice' ? rest.options.map((option) => option.title).join(' ') : '';
  return `${id} ${group} ${title} ${about} ${options}`.toLowerCase();
}
