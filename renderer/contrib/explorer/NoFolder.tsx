import { useEffect, useState } from 'react';
import { Button } from '../../base/Button.tsx';
import { Icon } from '../../base/Icon.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

/** What the explorer offers where no folder is open. */
export function NoFolder() {
  const { rpc, commands, workspace, notifications } = useWorkbench();
  const [recent, setRecent] = useState<readonly string[]>([]);
  useEffect(() => {
    rpc('workspace.recent', {}).then(setRecent, () => undefined);
  }, [rpc]);
  const open = (folder: string): void =>
    void workspace.open(folder).catch((error: unknown) => notifications.failed('Open folder', error));
  return (
    <div className="explorer-empty">
      <p>No folder is open. Scenarios, usage and ledgers live in an ordinary folder.</p>
      <Button kind="primary" onClick={() => void commands.run('file.openFolder')}>
        Open Folder
      </Button>
      <Button onClick={() => void commands.run('help.welcome')}>Open a Sample</Button>
      {recent.length > 0 && (
        <>
          <h3>Recent</h3>
          <ul>
            {recent.slice(0, 8).map((folder) => (
              <li key={folder}>
                <button type="button" className="explorer-recent" title={folder} onClick={() => open(folder)}>
                  <Icon name="folder" />
                  <span>{folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
