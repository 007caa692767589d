import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { openToolsByKey } from './developerTools.ts';
import { pageAddress } from './page.ts';

interface WindowPlaces {
  readonly preload: string;
  /** Not in a packaged app, unless the user has asked for them. */
  readonly devTools: boolean;
}

export function windowOptions({ preload, devTools }: WindowPlaces): BrowserWindowConstructorOptions {
  return {
    title: 'Drawdown',
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 400,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#ffffff',
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

/** Opens the one window, shown once there is something to see. */
export function openWindow(places: WindowPlaces): BrowserWindow {
  const window = new BrowserWindow(windowOptions(places));
  if (places.devTools) openToolsByKey(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}
