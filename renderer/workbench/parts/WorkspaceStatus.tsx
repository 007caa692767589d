import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';
import { StatusButton } from './StatusButton.tsx';

/** The open folder, and why it cannot be written to where it cannot. */
export function WorkspaceStatus() {
  const { workspace, commands } = useShell();
  const view = useStore(workspace.store);
  const open = (): void => void commands.run('file.openFolder');
  if (!view)
    return (
      <StatusButton icon="folder" label="No folder is open: open one" onClick={open}>
        No Folder
      </StatusButton>
    );
  const about = view.readOnly === null ? view.folder : `${view.folder}: read-only. ${view.readOnly}`;
  return (
    <StatusButton icon={view.readOnly === null ? 'folder' : 'lock'} label={`Workspace ${about}`} onClick={open}>
      {view.name}
      {view.readOnly !== null && ' (read-only)'}
    </StatusButton>
  );
}
