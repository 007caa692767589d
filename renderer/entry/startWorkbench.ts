import type { Contribution } from '../platform/contribution.ts';
import { applyTheme, onSystemTheme } from '../platform/applyTheme.ts';
import type { createShell } from '../workbench/createShell.ts';
import { listenToKeys } from '../workbench/listenToKeys.ts';
import type { Shell } from '../workbench/shell.ts';
import { trackContext } from '../workbench/trackContext.ts';

/** Brings the workbench to life: settings, the open folder, layout and unsaved work, then keys and events. */
export async function startWorkbench(parts: ReturnType<typeof createShell>, contributions: readonly Contribution[]) {
  const { shell, session } = parts;
  shell.settings.subscribe(applyTheme);
  onSystemTheme(() => applyTheme(shell.settings.getState()));
  const [settings, keys, workspace] = await Promise.all([
    shell.rpc('settings.get', {}).catch(() => shell.settings.getState()),
    shell.rpc('keys.get', {}).catch(() => shell.keys.store.getState()),
    shell.rpc('workspace.current', {}).catch(() => null),
  ]);
  shell.settings.setState(settings);
  shell.keys.store.setState(keys, true);
  applyTheme(settings);
  trackContext(shell);
  for (const contribution of contributions) contribution.start?.(shell);
  if (workspace) await shell.workspace.change(() => Promise.resolve(workspace));
  else await session.enter();
  listenToKeys(shell);
  listenToHost(parts);
  listenToFailures(shell);
}

/** What fails outside of any part is told, not swallowed. */
function listenToFailures({ notifications, output }: Shell): void {
  const tell = (error: unknown): void => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.write(details);
    notifications.show('error', 'Something went wrong. Your text is kept; the details are in Output.', [
      { title: 'Copy Details', run: () => navigator.clipboard.writeText(details) },
    ]);
  };
  addEventListener('unhandledrejection', (event) => tell(event.reason));
  addEventListener('error', (event) => {
    if (!event.message.startsWith('ResizeObserver loop')) tell(event.error ?? event.message);
  });
}

function listenToHost({ shell, session, addOutput, documents }: ReturnType<typeof createShell>): void {
  shell.on('output.line', addOutput);
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
  document.addEventListener('visibilitychange', () => void session.flush());
  addEventListener('pagehide', () => void session.flush());
}
