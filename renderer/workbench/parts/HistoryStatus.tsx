import { useStore } from 'zustand';
import { fullness, historyFullText } from '../historyFullText.ts';
import { useShell } from '../useShell.ts';
import { StatusButton } from './StatusButton.tsx';

/** How full the history of the workspace is, once little room is left. */
export function HistoryStatus() {
  const { workspace, notifications } = useShell();
  const room = useStore(workspace.store, (view) => view?.historyNearFull ?? null);
  if (!room) return null;
  const text = historyFullText(room);
  return (
    <StatusButton icon="warning" kind="warning" label={text} onClick={() => notifications.show('warning', text)}>
      History {fullness(room)}
    </StatusButton>
  );
}
