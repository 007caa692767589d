import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Host } from '../host/host.ts';
import type { Log } from '../platform/log.ts';
import { callChannel, eventChannel } from './channels.ts';
import { isOurs } from './page.ts';

interface Connected {
  readonly ipcMain: IpcMain;
  readonly host: Host;
  readonly log: Log;
  /** The window of the moment: on a Mac it can be closed and made anew. */
  readonly window: () => BrowserWindow | null;
}

const longestCall = 48_000_000;

/** Connects page and host. A call from anything but the top frame of our own page is refused and noted. */
export function connectHost({ ipcMain, host, log, window }: Connected): void {
  ipcMain.handle(callChannel, (event, text: unknown) => {
    if (!isFromPage(event, window())) {
      log.note('refused-sender', { url: event.senderFrame?.url ?? 'a frame that is gone' });
      throw new Error('refused');
    }
    if (typeof text !== 'string' || text.length > longestCall) throw new Error('refused');
    return host.callText(text);
  });
  host.onEvent((event) => {
    const contents = window()?.webContents;
    if (contents && !contents.isDestroyed()) contents.send(eventChannel, JSON.stringify(event));
  });
}

function isFromPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (!window || window.isDestroyed() || sender !== window.webContents) return false;
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}
