import { err, ok, type Result } from '../../shared/base/result.ts';
import { settingFault, settingList } from '../../shared/rpc/settingList.ts';
import type { KeyRulesView, RpcError, Settings, SettingsView } from '../../shared/rpc/views.ts';
import { changeKeyRules, readKeyRules } from '../store/keyRules.ts';
import { changeSettings, readSettings, type SettingChange } from '../store/settings.ts';
import { decodeKeyRules } from '../store/userFiles/keyRulesText.ts';
import { decodeSettings } from '../store/userFiles/settingsText.ts';
import { readState, writeState } from '../store/workbenchState.ts';
import type { Events } from './events.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';

interface Parts {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
  readonly events: Events;
}

/** What other services need of the files of settings and keys. */
export interface UserFiles {
  /** Why a file cannot be written, or null. */
  lockOf(document: string): string | null;
  refusalOf(document: string): Result<never, RpcError> | null;
  /** Tells all windows what a file says after it changed. */
  tell(document: string): Promise<void>;
}

/** The files of settings and keys of a host: the open folder decides which settings hold. */
export function userFilesOf({ ports, open, events }: Parts): UserFiles {
  const lockOf = (document: string) => (document.startsWith('workspace:') ? (open.current()?.readOnly ?? null) : null);
  return {
    lockOf,
    refusalOf(document) {
      const message = lockOf(document);
      return message === null ? null : err({ code: 'read-only', message, path: document });
    },
    async tell(document) {
      if (document === 'user:keybindings.json') {
        const rules = await readKeyRules(ports);
        if (rules.ok) events.emit({ event: 'keys.changed', payload: rules.value });
        return;
      }
      const read = await readSettings(ports, open.current()?.folder ?? null);
      if (read.ok) events.emit({ event: 'settings.changed', payload: read.value.settings });
    },
  };
}

/** The settings of user and workspace, the user's keys, and the workbench's own state by workspace. */
export function settingsService({
  ports,
  open,
  userFiles,
}: Parts & { readonly userFiles: UserFiles }): Handlers<
  | 'settings.get'
  | 'settings.set'
  | 'settings.view'
  | 'settings.change'
  | 'settings.check'
  | 'keys.get'
  | 'keys.change'
  | 'state.get'
  | 'state.set'
> {
  /** Where no folder is open, the state is the empty workbench's; the user's own is kept there too. */
  const folder = (key: string) => (key.startsWith('user:') ? '' : (open.current()?.folder ?? ''));
  const view = async (): Promise<Result<SettingsView, RpcError>> =>
    fromStore(await readSettings(ports, open.current()?.folder ?? null));
  const change = async (changes: readonly SettingChange[]): Promise<Result<SettingsView, RpcError>> => {
    for (const { where } of changes) {
      const locked = userFiles.refusalOf(`${where}:settings.json`);
      if (locked) return locked;
    }
    const changed = fromStore(await changeSettings(ports, open.current()?.folder ?? null, changes));
    if (!changed.ok) return changed;
    await userFiles.tell('user:settings.json');
    return view();
  };
  return {
    'settings.get': async () => settingsOf(await view()),
    'settings.set': async (patch) => {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      return settingsOf(await change(given.map(([id, value]) => ({ where: 'user', id: id as keyof Settings, value }))));
    },
    'settings.view': view,
    'settings.change': async ({ where, id, value }) => {
      const fault = value === null ? null : faultOf(id, value);
      if (fault !== null) return err({ code: 'invalid-setting', message: fault });
      return change([{ where, id, value: value ?? undefined }]);
    },
    'settings.check': ({ document, text }) =>
      ok(
        document === 'user:keybindings.json'
          ? decodeKeyRules(text).problems
          : decodeSettings(text, document === 'user:settings.json' ? 'user' : 'workspace').problems,
      ),
    'keys.get': async () => fromStore(await readKeyRules(ports)),
    'keys.change': async ({ command, rules }): Promise<Result<KeyRulesView, RpcError>> => {
      const changed = fromStore(await changeKeyRules(ports, command, rules));
      if (!changed.ok) return changed;
      await userFiles.tell('user:keybindings.json');
      return fromStore(await readKeyRules(ports));
    },
    'state.get': async ({ key }) => fromStore(await readState(ports, folder(key), key)),
    'state.set': async ({ key, value }) => {
      const written = fromStore(await writeState(ports, { folder: folder(key), key, value }));
      return written.ok ? ok(null) : written;
    },
  };
}

function settingsOf(view: Result<SettingsView, RpcError>): Result<Settings, RpcError> {
  return view.ok ? ok(view.value.settings) : view;
}

function faultOf(id: string, value: unknown): string | null {
  const setting = settingList.find((each) => each.id === id);
  const expected = setting ? settingFault(setting, value) : 'a setting';
  return expected === null ? null : `"${id}" is ${expected}.`;
}
