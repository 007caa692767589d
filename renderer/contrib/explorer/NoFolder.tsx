import { useEffect, useState } from 'react';
import { Button } from '../../base/Button.tsx';
import { CommandButton } from '../../base/CommandButton.tsx';
import { Icon } from '../../base/Icon.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';

/** What the explorer offers where no folder is open. */
export function NoFolder() {
  const { rpc, commands } = useWorkbench();
  const [recent, setRecent] = useState<readonly string[]>([]);
  useEffect(() => {
    rpc('workspace.recent', {}).then(setRecent, () => undefined);
  }, [rpc]);
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
                <CommandButton
                  command="file.openRecent"
                  args={{ path: folder }}
                  className="explorer-recent"
                  title={folder}
                >
                  <Icon name="folder" />
                  <span>{folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder}</span>
                </CommandButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
