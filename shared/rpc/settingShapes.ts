import { z } from 'zod';
import { settingFault, settingList } from './settingList.ts';
import type { Settings } from './views.ts';

/** Some settings of the user, each checked by its own declaration. */
export const userSettings = z.strictObject(
  Object.fromEntries(
    settingList.map((setting) => [setting.id, z.custom((value) => settingFault(setting, value) === null).optional()]),
  ),
) as unknown as z.ZodType<Partial<Settings>>;

/** One setting to set in a file, or to take out of it (null). */
export const settingChange = z.strictObject({
  where: z.enum(['user', 'workspace']),
  id: z.enum(settingList.map((setting) => setting.id)),
  value: z.union([z.string().max(100), z.number(), z.boolean(), z.null()]),
});

/** The text of a file of settings or keys, to be checked as it stands. */
export const settingsText = z.strictObject({
  document: z.enum(['user:settings.json', 'workspace:settings.json', 'user:keybindings.json']),
  text: z.string().max(1_000_000),
});

/** The rules that a command shall have. */
export const keyChange = z.strictObject({
  command: z.string().min(1).max(100),
  rules: z
    .array(
      z.strictObject({ key: z.string().min(1).max(60), unbind: z.boolean(), when: z.string().max(300).nullable() }),
    )
    .max(20),
});
