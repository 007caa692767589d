import { z } from 'zod';
import type { Diagnostic } from '../base/diagnostic.ts';
import { method } from './method.ts';
import { keyChange, settingChange, settingsText, userSettings } from './settingShapes.ts';
import type { KeyRulesView, Settings, SettingsView } from './views.ts';

const none = z.strictObject({});

/** Settings and keys, of the user and of the workspace. */
export const settingMethods = {
  'settings.get': method<Settings>()(none),
  /** Sets some of the user's settings, and gives all as they then hold. */
  'settings.set': method<Settings>()(userSettings),
  'settings.view': method<SettingsView>()(none),
  /**
   * Sets one setting in the user's or the workspace's file, whose other text stays as it is; null takes it out. A file that is no
   * JSON object is not touched: refused with `damaged`.
   */
  'settings.change': method<SettingsView>()(settingChange),
  /** What is wrong with the text of a settings or a keys file as it is being typed. */
  'settings.check': method<readonly Diagnostic[]>()(settingsText),
  'keys.get': method<KeyRulesView>()(none),
  /** Puts rules in the place of all that the file says of a command; none: the command has its own keys again. */
  'keys.change': method<KeyRulesView>()(keyChange),
} as const;
