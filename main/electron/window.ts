import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { openToolsByKey } from './developerTools.ts';
import { pageAddress } from './page.ts';
import { openTextMenus } from './textMenu.ts';
import type { OpenPlace } from './windowPlace.ts';

interface WindowPlaces {
  readonly preload: string;
  /** Not in a packaged app, unless the user has asked for them. */
  readonly devTools: boolean;
  /** Picture of the app, for systems that take it from the window. */
  readonly icon: string;
  readonly place: OpenPlace;
}

export function windowOptions({ preload, devTools, icon, place }: WindowPlaces): BrowserWindowConstructorOptions {
  return {
    title: 'Drawdown',
    icon,
    ...corner(place),
    width: place.width,
    height: place.height,
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

function corner({ x, y }: OpenPlace): { readonly x?: number; readonly y?: number } {
  return x === undefined || y === undefined ? {} : { x, y };
}

/** Opens the one window, shown once there is something to see. */
export function openWindow(places: WindowPlaces): BrowserWindow {
  const window = new BrowserWindow(windowOptions(places));
  if (places.devTools) openToolsByKey(window.webContents);
  openTextMenus(window.webContents);
  window.once('ready-to-show', () => (places.place.maximized ? window.maximize() : window.show()));
  void window.loadURL(pageAddress);
  return window;
}
