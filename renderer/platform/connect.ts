import type { Connection } from './connection.ts';
import { electronConnection } from './electronConnection.ts';
import type { ElectronBridge } from './electronConnection.ts';
import { exchangeCode, forgetToken, keptToken, takeCode } from './session.ts';
import { webConnection } from './webConnection.ts';

declare global {
  interface Window {
    /** Set by the preload script of the desktop app. */
    readonly drawdown?: ElectronBridge;
  }
}

/** Reaches the host: the desktop app's bridge, or the loopback host with a code or this tab's token. Null: neither. */
export async function connect(): Promise<Connection | null> {
  if (window.drawdown) return electronConnection(window.drawdown);
  const code = takeCode();
  const fresh = code === null ? null : await exchangeCode(code);
  if (fresh !== null) return webConnection(fresh);
  const token = keptToken();
  if (token !== null && (await isKnown(token))) return webConnection(token);
  forgetToken();
  return null;
}

/** Whether the host still knows the token. A host that cannot be reached may be back in a moment. */
async function isKnown(token: string): Promise<boolean> {
  const response = await fetch('/rpc', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-drawdown-token': token },
    body: JSON.stringify({ name: 'settings.get', params: {} }),
  }).catch(() => null);
  return response?.status !== 401;
}
