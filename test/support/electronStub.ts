/** Stands in for the `electron` module in unit tests: what the code under test touches, recorded or empty. */
export const exposed: Record<string, unknown> = {};
export const invoked: (readonly unknown[])[] = [];
type Listener = (event: unknown, text: string) => void;
export const listeners: { readonly channel: string; readonly listener: Listener }[] = [];

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown): void => void (exposed[name] = value),
};

export const ipcRenderer = {
  invoke: (...args: readonly unknown[]): Promise<string> => {
    invoked.push(args);
    return Promise.resolve('answer');
  },
  on: (channel: string, listener: Listener): void => void listeners.push({ channel, listener }),
  off: (_channel: string, listener: Listener): void => {
    listeners.splice(
      listeners.findIndex((each) => each.listener === listener),
      1,
    );
  },
};

export const nativeTheme = { shouldUseDarkColors: false };
export const protocol = {};
export const BrowserWindow = class {};
export const Menu = {};
export const session = {};
