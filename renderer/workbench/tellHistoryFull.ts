import type { Shell } from './shell.ts';
import { historyFullText } from './historyFullText.ts';

/** Says once for each folder that its history has little room left; the status bar goes on saying it. */
export function tellHistoryFull({
  on,
  workspace,
  notifications,
}: Pick<Shell, 'on' | 'workspace' | 'notifications'>): void {
  let told: string | null = null;
  const tell = (): void => {
    const view = workspace.store.getState();
    if (!view?.historyNearFull || view.folder === told) return;
    told = view.folder;
    notifications.show('warning', historyFullText(view.historyNearFull));
  };
  workspace.store.subscribe(tell);
  tell();
  on('history.near-full', (historyNearFull) => {
    const view = workspace.store.getState();
    if (view) workspace.store.setState({ ...view, historyNearFull }, true);
  });
}
