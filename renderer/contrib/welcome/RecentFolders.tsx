import { useEffect, useState } from 'react';
import { CommandButton } from '../../base/CommandButton.tsx';
import { Icon } from '../../base/Icon.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

const mostShown = 6;

/** Folders opened before, newest first. */
export function RecentFolders() {
  const { rpc } = useWorkbench();
  const [folders, setFolders] = useState<readonly string[] | null>(null);
  useEffect(() => {
    rpc('workspace.recent', {}).then(setFolders, () => setFolders([]));
  }, [rpc]);
  if (folders === null) return null;
  return (
    <section aria-labelledby="welcome-recent">
      <h2 id="welcome-recent">Recent</h2>
      {folders.length === 0 ? (
        <p className="welcome-note">Folders that you open are listed here.</p>
      ) : (
        <ul className="welcome-links">
          {folders.slice(0, mostShown).map((folder) => (
            <li key={folder}>
              <CommandButton command="file.openRecent" args={{ path: folder }} className="welcome-link" title={folder}>
                <Icon name="folder" />
                <span className="recent-name">{nameOf(folder)}</span>
                <span className="recent-parent">{parentOf(folder)}</span>
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function nameOf(folder: string): string {
  return folder.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '') || folder;
}

function parentOf(folder: string): string {
  return folder.replace(/[\\/]+$/, '').replace(/[\\/][^\\/]*$/, '');
}
