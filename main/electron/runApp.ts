import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  type OpenDialogOptions,
  screen,
  session,
  shell,
} from 'electron';
import { closeWithin, longestCloseMs } from '../host/closeWithin.ts';
import { createHost } from '../host/createHost.ts';
import { warmUp } from '../host/warmUp.ts';
import type { Settings } from '../../shared/rpc/views.ts';
import type { Host } from '../host/host.ts';
import { openFirst } from '../host/openFirst.ts';
import { catchFailures } from '../platform/catchFailures.ts';
import { createPageFiles } from '../platform/pageFiles.ts';
import type { Ports } from '../platform/ports.ts';
import { placeArgument } from './appArguments.ts';
import { guardContents, guardSession } from './guards.ts';
import { guardWindow } from './guardWindow.ts';
import { connectHost } from './ipc.ts';
import { followPlace, keepPlace, keptPlace, workAreas } from './keepPlace.ts';
import { setMenu } from './menu.ts';
import { servePage } from './pageProtocol.ts';
import { printPdf } from './printPdf.ts';
import { openWindow } from './window.ts';
import { openPlace } from './windowPlace.ts';

interface AppParts {
  readonly ports: Ports;
  /** Folder of the built page. */
  readonly page: string;
  readonly preload: string;
  readonly icon: string;
}

/** Runs the app from its start to its end: one host, one window on it. */
export async function runApp({ ports, page, preload, icon }: AppParts): Promise<void> {
  let window: BrowserWindow | null = null;
  const showInFolder = (absolute: string) => shell.showItemInFolder(absolute);
  const host = createHost({
    ...ports,
    pickFolder: () => pickFolder(window),
    noteRecent: (folder) => app.addRecentDocument(folder),
    showInFolder,
    printPdf,
  });
  catchFailures(process, (error) => tellFailure(host, window, error));
  guardContents(app);
  quitWith(host);
  await app.whenReady();
  guardSession(session.defaultSession);
  servePage(session.defaultSession, createPageFiles(page));
  setMenu(process.platform);
  connectHost({ ipcMain, host, log: ports.log, window: () => window });
  await openPlaceOf(host, placeArgument({ argv: process.argv, packaged: app.isPackaged, folder: process.cwd() }));
  const devTools = !app.isPackaged || (await wantsTools(host));
  let place = await keptPlace(host);
  const open = () => {
    window = openWindow({ preload, devTools, icon, place: openPlace(place, workAreas(screen)) });
    followPlace(window, screen, (now) => void keepPlace(host, (place = now)));
    window.on('closed', () => (window = null));
    guardWindow({ app, window, dialog, log: ports.log });
  };
  open();
  void warmUp();
  app.on('activate', () => window ?? open());
  app.on('open-file', (event, place) => {
    event.preventDefault();
    void show(host, window, place);
  });
  app.on('second-instance', (_event, argv, folder) => {
    void show(host, window, placeArgument({ argv, packaged: app.isPackaged, folder }));
  });
}

async function wantsTools(host: Host): Promise<boolean> {
  const settings = await host.call('settings.get', {});
  return settings.ok && (settings.value as Settings).developerTools;
}

async function pickFolder(window: BrowserWindow | null): Promise<string | null> {
  const asked: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const { filePaths } = await (window ? dialog.showOpenDialog(window, asked) : dialog.showOpenDialog(asked));
  return filePaths[0] ?? null;
}

/** What cannot be opened leaves the welcome page, and is told. */
async function openPlaceOf(host: Host, named: string | null): Promise<boolean> {
  const refused = await openFirst(host, named);
  if (refused) dialog.showErrorBox('Drawdown', refused.message);
  return refused === null;
}

/** A second start brings the window forward, on the folder or file that it named. */
async function show(host: Host, window: BrowserWindow | null, named: string | null): Promise<void> {
  const opened = named !== null && (await openPlaceOf(host, named));
  if (!window || window.isDestroyed()) return;
  if (opened) window.webContents.reload();
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The page tells its user; where there is none, a dialog does. */
async function tellFailure(host: Host, window: BrowserWindow | null, error: unknown): Promise<void> {
  const details = host.failed(error);
  if (window && !window.isDestroyed() && !window.webContents.isCrashed()) return;
  const message = 'Something went wrong that should not have. What was not saved is kept.';
  const asked = await dialog.showMessageBox({
    type: 'error',
    message,
    detail: details,
    buttons: ['Copy Details', 'OK'],
  });
  if (asked.response === 0) await clipboard.writeText(details);
}

/** The host lets go of the workspace before the process ends. */
function quitWith(host: Host): void {
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void closeWithin(host, longestCloseMs).finally(() => app.exit());
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}
