import type { Contribution } from '../platform/contribution.ts';
import { applyTheme, onSystemTheme } from '../platform/applyTheme.ts';
import { clockMovedText } from '../workbench/clockMovedText.ts';
import type { createShell } from '../workbench/createShell.ts';
import { listenToKeys } from '../workbench/listenToKeys.ts';
import { tellHistoryFull } from '../workbench/tellHistoryFull.ts';
import { followHidden } from '../workbench/presentation/followHidden.ts';
import { followActs } from '../workbench/acts/followActs.ts';
import { trackContext } from '../workbench/trackContext.ts';

/** Brings the workbench to life: settings, the open folder, layout and unsaved work, then keys and events. */
export async function startWorkbench(parts: ReturnType<typeof createShell>, contributions: readonly Contribution[]) {
  const { shell, session } = parts;
  shell.settings.subscribe(applyTheme);
  onSystemTheme(() => applyTheme(shell.settings.getState()));
  session.ask();
  const [settings, keys, workspace] = await Promise.all([
    shell.rpc('settings.get', {}).catch(() => shell.settings.getState()),
    shell.rpc('keys.get', {}).catch(() => shell.keys.store.getState()),
    shell.rpc('workspace.current', {}).catch(() => null),
  ]);
  shell.settings.setState(settings);
  shell.keys.store.setState(keys, true);
  shell.workspace.store.setState(workspace, true);
  applyTheme(settings);
  trackContext(shell);
  followActs(shell);
  await followHidden(shell);
  for (const contribution of contributions) contribution.start?.(shell);
  if (workspace) await shell.workspace.change(() => Promise.resolve(workspace));
  else await session.enter();
  listenToKeys(shell);
  listenToHost(parts);
  listenToFailures(parts);
  keepBeforeLeaving(parts);
}

/** What fails outside of any part is told, not swallowed, here or in the host; unsaved work is kept at once. */
function listenToFailures({ shell, session }: ReturnType<typeof createShell>): void {
  const { notifications, output } = shell;
  const tell = (details: string): void => {
    output.write(details);
    void session.flush();
    notifications.show('error', 'Something went wrong. Your text is kept; the details are in Output.', [
      { title: 'Copy Details', run: () => navigator.clipboard.writeText(details) },
    ]);
  };
  const detailsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
  addEventListener('unhandledrejection', (event) => tell(detailsOf(event.reason)));
  addEventListener('error', (event) => {
    if (!event.message.startsWith('ResizeObserver loop')) tell(detailsOf(event.error ?? event.message));
  });
  shell.on('host.failed', ({ details }) => tell(details));
}

/** A page that closes before its work is kept keeps it first; where that takes longer, its user is asked. */
function keepBeforeLeaving({ shell, session }: ReturnType<typeof createShell>): void {
  shell.on('host.closing', () => void session.flush().then(() => shell.rpc('unsaved.done', {}).catch(() => null)));
  addEventListener('beforeunload', (event) => {
    if (session.hasWorkToKeep()) event.preventDefault();
    void session.flush();
  });
  document.addEventListener('visibilitychange', () => void session.flush());
  addEventListener('pagehide', () => void session.flush());
}

function listenToHost({ shell, addOutput, documents }: ReturnType<typeof createShell>): void {
  shell.on('output.line', addOutput);
  shell.on('clock.moved', ({ movedMs }) => shell.notifications.show('warning', clockMovedText(movedMs)));
  tellHistoryFull(shell);
  const userFiles = ['user:settings.json', 'workspace:settings.json', 'user:keybindings.json'];
  shell.on('settings.changed', () => void documents.refresh(userFiles));
  shell.on('keys.changed', () => void documents.refresh(userFiles));
  shell.on('workspace.changed', ({ paths }) => {
    void shell.workspace.refresh().catch(() => undefined);
    void documents.refresh(paths);
  });
  shell.connection.watch((connection) => {
    shell.state.setState({ connection });
    if (connection === 'open') void shell.workspace.refresh().catch(() => undefined);
  });
}
