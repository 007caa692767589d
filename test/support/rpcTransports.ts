import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, IpcMain } from 'electron';
import { callChannel, eventChannel } from '../../main/electron/channels.ts';
import { connectHost } from '../../main/electron/ipc.ts';
import { pageAddress } from '../../main/electron/page.ts';
import { createHost } from '../../main/host/createHost.ts';
import type { Outcome } from '../../main/host/dispatch.ts';
import type { HostEvent } from '../../main/host/events.ts';
import type { Host } from '../../main/host/host.ts';
import { silentLog } from '../../main/platform/log.ts';
import { nodePorts } from '../../main/platform/ports.ts';
import { listenOnLoopback } from '../../main/web/loopback.ts';
import type { RpcName, RpcParams, RpcReturns } from '../../shared/rpc/table.ts';

/** One way to a host. The suite of `test/integration/rpc` runs over each of them. */
export interface Transport {
  readonly name: string;
  /** Whether values that JSON cannot carry get through. */
  readonly carries: 'anything' | 'json';
  connect(host: Host): Promise<Connection>;
}

export interface Connection {
  /** Sends whatever it is given. */
  send(name: unknown, params: unknown): Promise<Outcome>;
  /** Events so far, oldest first. */
  readonly events: readonly HostEvent[];
  close(): Promise<void>;
}

const inProcess: Transport = {
  name: 'in process',
  carries: 'anything',
  async connect(host) {
    const events: HostEvent[] = [];
    const forget = host.onEvent((event) => events.push(event));
    return { send: (name, params) => host.call(name, params), events, close: async () => forget() };
  },
};

const loopback: Transport = {
  name: 'loopback HTTP',
  carries: 'json',
  async connect(host) {
    const page = mkdtempSync(join(tmpdir(), 'drawdown-page-'));
    writeFileSync(join(page, 'index.html'), '');
    const web = await listenOnLoopback({ host, page, port: 0, now: () => performance.now() });
    const headers = { origin: web.address.slice(0, -1), 'content-type': 'application/json' };
    const post = async (path: string, body: unknown, token = '') => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await fetch(new URL(path, web.address), {
        method: 'POST',
        headers: { ...headers, ...(token === '' ? {} : { 'x-drawdown-token': token }) },
        body: text,
      });
      return (await answer.json()) as unknown;
    };
    /** Waits where the host asks for patience: suites call faster than any page. */
    const patient = async (path: string, body: unknown): Promise<Outcome> => {
      for (;;) {
        const outcome = (await post(path, body, token)) as Outcome;
        if (outcome.ok || outcome.error.code !== 'too-many') return outcome;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const { token } = (await post('/session', { code: web.issueCode() })) as { token: string };
    const events: HostEvent[] = [];
    const stop = await readEvents(web.address, token, (event) => events.push(event));
    const send = async (name: unknown, params: unknown) => {
      const text = JSON.stringify({ name, params });
      if (text.length < 500_000) return patient('/rpc', text);
      const pieces = text.match(/[^]{1,200000}/g)!;
      const call = `c${Math.random().toString(36).slice(2)}`;
      let last: Outcome | null = null;
      for (const [piece, part] of pieces.entries()) {
        last = await patient('/rpc/pieces', { call, piece, of: pieces.length, text: part });
      }
      return last!;
    };
    const close = async () => {
      stop();
      await web.close();
      rmSync(page, { recursive: true });
    };
    return { send, events, close };
  },
};

/** The page's side and Electron's are played; what is between them is ours. */
const electronIpc: Transport = {
  name: 'Electron IPC',
  carries: 'json',
  async connect(host) {
    const events: HostEvent[] = [];
    const mainFrame = { url: pageAddress };
    const webContents = {
      mainFrame,
      isDestroyed: () => false,
      send: (channel: string, text: string) => channel === eventChannel && events.push(JSON.parse(text) as HostEvent),
    };
    const window = { isDestroyed: () => false, webContents } as unknown as BrowserWindow;
    let handle: (event: unknown, text: string) => Promise<string> = () => Promise.reject(new Error('no handler'));
    const ipcMain = {
      handle: (channel: string, handler: typeof handle) => channel === callChannel && (handle = handler),
    };
    connectHost({ ipcMain: ipcMain as unknown as IpcMain, host, log: silentLog, window: () => window });
    const send = async (name: unknown, params: unknown) => {
      const text = await handle({ sender: webContents, senderFrame: mainFrame }, JSON.stringify({ name, params }));
      return JSON.parse(text) as Outcome;
    };
    return { send, events, close: async () => undefined };
  },
};

/** Every transport of this project. */
export const transports: readonly Transport[] = [inProcess, loopback, electronIpc];

/** A host of its own with an app folder of its own, reached over a transport. */
export async function startHost(transport: Transport) {
  const scratch = mkdtempSync(join(tmpdir(), 'drawdown-rpc-'));
  const ports = nodePorts({ DRAWDOWN_HOME: join(scratch, 'app') });
  const host = createHost({ ...ports, pickFolder: null });
  const connection = await transport.connect(host);
  const call = async <Name extends RpcName>(name: Name, params: RpcParams<Name>): Promise<RpcReturns<Name>> => {
    const outcome = await connection.send(name, params);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.error)}`);
    return outcome.value as RpcReturns<Name>;
  };
  const refused = async (name: string, params: unknown): Promise<string> => {
    const outcome = await connection.send(name, params);
    return outcome.ok ? 'not refused' : outcome.error.code;
  };
  const close = async () => {
    await connection.close();
    await host.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  return { scratch, host, connection, call, refused, send: connection.send, close };
}

export type StartedHost = Awaited<ReturnType<typeof startHost>>;

async function readEvents(address: string, token: string, tell: (event: HostEvent) => void): Promise<() => void> {
  const stop = new AbortController();
  const headers = { 'x-drawdown-token': token };
  const answer = await fetch(new URL('/events', address), { headers, signal: stop.signal });
  void (async () => {
    let rest = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) if (line !== '') tell(JSON.parse(line) as HostEvent);
    }
  })().catch(() => undefined);
  return () => stop.abort();
}
