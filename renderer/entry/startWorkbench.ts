import type { Contribution } from '../platform/contribution.ts';
import { applyTheme } from '../platform/applyTheme.ts';
import type { createShell } from '../workbench/createShell.ts';
import { listenToKeys } from '../workbench/listenToKeys.ts';
import { trackContext } from '../workbench/trackContext.ts';

/** Brings the workbench to life: settings, the open folder, layout and unsaved work, then keys and events. */
export async function startWorkbench(parts: ReturnType<typeof createShell>, contributions: readonly Contribution[]) {
  const { shell, session } = parts;
  shell.settings.subscribe(applyTheme);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => applyTheme(shell.settings.getState()));
  const [settings, workspace] = await Promise.all([
    shell.rpc('settings.get', {}).catch(() => shell.settings.getState()),
    shell.rpc('workspace.current', {}).catch(() => null),
  ]);
  shell.settings.setState(settings);
  applyTheme(settings);
  trackContext(shell);
  for (const contribution of contributions) contribution.start?.(shell);
  if (workspace) await shell.workspace.opened(workspace);
  else await session.enter();
  listenToKeys(shell);
  listenToHost(parts);
}

function listenToHost({ shell, session, addOutput, documents }: ReturnType<typeof createShell>): void {
  shell.on('output.line', addOutput);
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
