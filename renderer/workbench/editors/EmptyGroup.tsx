import { KeyHint } from '../../base/KeyHint.tsx';
import { useShell } from '../useShell.ts';

const hints = ['view.commandPalette', 'go.file', 'file.openFolder', 'file.newScenario', 'help.welcome'];

/** What can be done where nothing is open. */
export function EmptyGroup() {
  const { allCommands, commands } = useShell();
  const shown = hints.flatMap((id) => allCommands.find((command) => command.id === id) ?? []);
  return (
    <div className="empty-group">
      <span className="empty-group-mark" aria-hidden="true" />
      <ul>
        {shown.map(({ id, title }) => {
          const keys = commands.keyOf(id);
          return (
            <li key={id}>
              <button type="button" onClick={() => void commands.run(id)}>
                {title.replace(/…$/, '')}
              </button>
              {keys && <KeyHint keys={keys} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
