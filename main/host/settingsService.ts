import { ok } from '../../shared/base/result.ts';
import { changeSettings, readSettings } from '../store/settings.ts';
import { readState, writeState } from '../store/workbenchState.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { HostPorts } from './hostPorts.ts';
import type { OpenFolder } from './openFolder.ts';

/** The user's settings, and the workbench's own state by workspace. */
export function settingsService({
  ports,
  open,
}: {
  readonly ports: HostPorts;
  readonly open: OpenFolder;
}): Handlers<'settings.get' | 'settings.set' | 'state.get' | 'state.set'> {
  /** Where no folder is open, the state is the empty workbench's. */
  const folder = () => open.current()?.folder ?? '';
  return {
    'settings.get': async () => {
      const read = fromStore(await readSettings(ports));
      return read.ok ? ok(read.value.settings) : read;
    },
    'settings.set': async (patch) => fromStore(await changeSettings(ports, patch)),
    'state.get': async ({ key }) => fromStore(await readState(ports, folder(), key)),
    'state.set': async ({ key, value }) => {
      const written = fromStore(await writeState(ports, { folder: folder(), key, value }));
      return written.ok ? ok(null) : written;
    },
  };
}
