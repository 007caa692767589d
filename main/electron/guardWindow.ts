import type { App, BrowserWindow, Dialog } from 'electron';
import type { Log } from '../platform/log.ts';

interface Guarded {
  readonly app: Pick<App, 'quit' | 'on'>;
  readonly window: BrowserWindow;
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showMessageBoxSync'>;
  readonly log: Log;
}

const askAgainMs = 300;
const mostTries = 10;
const mostCrashes = 3;
const crashesWithinMs = 60_000;

/**
 * A page that still keeps unsaved work does not let go: it is asked again shortly, and its user only where it cannot keep it. A
 * page that crashed is opened again, with what was kept.
 */
export function guardWindow({ app, window, dialog, log }: Guarded): void {
  reopenAfterCrash({ app, window, dialog, log });
  const leaving = { quits: false, closes: false, tries: 0 };
  app.on('before-quit', () => (leaving.quits = true));
  window.on('close', () => (leaving.closes = true));
  const again = (): void => {
    if (window.isDestroyed()) return;
    if (leaving.quits) app.quit();
    else if (leaving.closes) window.close();
    else window.webContents.reload();
  };
  window.webContents.on('did-finish-load', () => (leaving.tries = 0));
  window.webContents.on('will-prevent-unload', (event) => {
    leaving.tries += 1;
    if (leaving.tries < mostTries) setTimeout(again, askAgainMs);
    else if (mayDiscard(dialog, window)) event.preventDefault();
    else Object.assign(leaving, { quits: false, closes: false, tries: 0 });
  });
}

function mayDiscard(dialog: Guarded['dialog'], window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'There are changes that are not saved, and they cannot be kept.',
    buttons: ['Keep editing', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
  });
  return choice === 1;
}

function reopenAfterCrash({ app, window, dialog, log }: Guarded): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.note('page-crashed', { reason, exitCode });
    const now = performance.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < crashesWithinMs).length < mostCrashes) return window.webContents.reload();
    const message = `The window keeps stopping (${reason}).`;
    const detail = 'What was not saved is kept, and is brought back when it opens.';
    void dialog
      .showMessageBox(window, { type: 'error', message, detail, buttons: ['Open it again', 'Quit'], cancelId: 0 })
      .then(({ response }) => (response === 1 ? app.quit() : window.webContents.reload()));
  });
}
