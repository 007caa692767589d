import type { Workbench } from '../../platform/workbench.ts';

/** Opens a folder: by the platform's dialog where there is one, else by its path. */
export async function openFolder({ rpc, context, dialogs, workspace }: Workbench): Promise<void> {
  const folder = context.get('electron')
    ? await rpc('workspace.pick', {})
    : await dialogs.input({
        title: 'Open Folder',
        label: 'Path of the folder on this computer',
        placeholder: '/home/me/forecasts',
        value: workspace.store.getState()?.folder ?? '',
        accept: 'Open',
      });
  if (folder !== null) await workspace.open(folder.trim());
}
