import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Settings, SettingsView } from '../../../shared/rpc/views.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { Where } from './shownSettings.ts';

/** The settings of both scopes, read anew when any changes, and how one is changed. */
export function useSettings() {
  const { rpc, settings, notifications, workspace, problems, commands } = useWorkbench();
  const [view, setView] = useState<SettingsView | null>(null);
  const now = useStore(settings);
  const folder = useStore(workspace.store, (each) => each?.folder);
  const faults = useStore(problems.store, ({ byPath }) => byPath['user:settings.json']);
  useEffect(() => {
    let current = true;
    rpc('settings.view', {}).then(
      (read) => current && setView(read),
      (error: unknown) => notifications.failed('Reading the settings', error),
    );
    return () => {
      current = false;
    };
  }, [rpc, notifications, now, folder, faults]);
  async function change(where: Where, id: keyof Settings, value: string | number | boolean | null): Promise<void> {
    try {
      const next = await rpc('settings.change', { where, id, value });
      setView(next);
      settings.setState(next.settings);
    } catch (error) {
      const open = where === 'user' ? 'settings.openFile' : 'settings.openWorkspaceFile';
      const reason = error instanceof Error ? error.message : String(error);
      notifications.show('error', `Changing a setting: ${reason}`, [
        { title: 'Open settings.json', run: () => commands.run(open) },
      ]);
    }
  }
  return { view, change };
}
