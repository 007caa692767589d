import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { firstSettings } from '../../shared/rpc/settingList.ts';
import type { Settings, SettingsFile, SettingsView } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse } from './attempt.ts';
import type { StoreError } from './storeError.ts';
import { decodeSettings, editSettings, type Where } from './userFiles/settingsText.ts';
import { changeTextFile, readTextFile, type TextFile } from './userFiles/textFile.ts';

/** Where the settings lie: the user's in the app's own folder, the workspace's in its hidden one. */
export function settingsFile(ports: Ports, folder: string | null, where: Where): TextFile | null {
  if (where === 'user')
    return { document: 'user:settings.json', absolute: nodePath.join(ports.appFolder, 'settings.json') };
  if (folder === null) return null;
  return { document: 'workspace:settings.json', absolute: nodePath.join(folder, '.drawdown', 'settings.json') };
}

/** The settings as they hold in a folder (null: none is open), and what each file says. */
export function readSettings(ports: Ports, folder: string | null): Promise<Result<SettingsView, StoreError>> {
  return attempt('settings.json', async () => {
    const user = await readOne(ports, settingsFile(ports, folder, 'user')!, 'user');
    const place = settingsFile(ports, folder, 'workspace');
    const workspace = place && (await readOne(ports, place, 'workspace'));
    return { settings: { ...firstSettings, ...user.values, ...workspace?.values }, user, workspace };
  });
}

async function readOne(ports: Ports, file: TextFile, where: Where): Promise<SettingsFile> {
  const { text } = await readTextFile(ports, file);
  const { values, problems } = text === null ? { values: {}, problems: [] } : decodeSettings(text, where);
  return { document: file.document, file: file.absolute, values, problems };
}

/** One setting to change; undefined takes it out. */
export interface SettingChange {
  readonly where: Where;
  readonly id: keyof Settings;
  readonly value: unknown;
}

/** Changes settings in their files, one by one. A file that cannot be read as one is left as it is, and the change refused. */
export function changeSettings(
  ports: Ports,
  folder: string | null,
  changes: readonly SettingChange[],
): Promise<Result<null, StoreError>> {
  return attempt('settings.json', async () => {
    for (const { where, id, value } of changes) {
      const file = settingsFile(ports, folder, where);
      if (!file) refuse('missing', 'settings of the workspace', 'no folder is open');
      await changeTextFile(ports, file, (text) => {
        const next = editSettings(text, id, value);
        if (next === null) refuse('damaged', file.absolute, 'it is not JSON as it stands: correct it first');
        return next;
      });
    }
    return null;
  });
}
