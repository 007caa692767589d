import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './channels.ts';

/** All that the page gets: functions on text. No event object and nothing of Electron's reaches it. */
const bridge = {
  call: (text: string): Promise<string> => ipcRenderer.invoke(callChannel, String(text)) as Promise<string>,
  on: (listener: (text: string) => void): (() => void) => {
    const pass = (_event: unknown, text: string) => listener(text);
    ipcRenderer.on(eventChannel, pass);
    return () => void ipcRenderer.off(eventChannel, pass);
  },
};

contextBridge.exposeInMainWorld('drawdown', bridge);
