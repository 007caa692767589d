import type { BrowserWindow, IpcMain } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../../../../main/host/host.ts';
import type { HostEvent } from '../../../../main/host/events.ts';
import { connectHost } from '../../../../main/electron/ipc.ts';

type Handler = (event: unknown, text: unknown) => Promise<string>;
const top = { url: 'app://drawdown/' };
const sent: unknown[][] = [];
const contents = { mainFrame: top, isDestroyed: () => false, send: (...args: unknown[]) => void sent.push(args) };
const window = { isDestroyed: () => false, webContents: contents };
const noted: unknown[] = [];
let handlers: Record<string, Handler>;
let tell: (event: HostEvent) => void;

beforeEach(() => {
  handlers = {};
  noted.length = sent.length = 0;
  connectHost({
    ipcMain: {
      handle: (channel: string, handler: Handler) => void (handlers[channel] = handler),
    } as unknown as IpcMain,
    host: {
      callText: async (text: string) => `answer to ${text}`,
      onEvent: (listener: (event: HostEvent) => void) => ((tell = listener), () => undefined),
    } as unknown as Host,
    log: { note: (event, fields) => void noted.push([event, fields]) },
    window: () => window as unknown as BrowserWindow,
  });
});

const call = (event: object, text: unknown = '{}') => (async () => handlers['drawdown:call']!(event, text))();

describe('The channel of calls (S19, S21)', () => {
  it('is the only one', () => {
    expect(Object.keys(handlers)).toEqual(['drawdown:call']);
  });

  it('answers the top frame of our own page', async () => {
    expect(await call({ sender: contents, senderFrame: top })).toBe('answer to {}');
  });

  it.each([
    ['a frame within the page', { sender: contents, senderFrame: { url: 'app://drawdown/' } }],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
    ['another window', { sender: { ...contents }, senderFrame: top }],
    ['a page of another origin', { sender: contents, senderFrame: { url: 'https://drawdown/' } }],
  ])('refuses and notes %s', async (_what, event) => {
    await expect(call(event)).rejects.toThrow('refused');
    expect(noted).toEqual([['refused-sender', { url: expect.any(String) }]]);
  });

  it('refuses a page that came from elsewhere', async () => {
    const foreign = { url: 'https://drawdown/' };
    const moved = { ...contents, mainFrame: foreign };
    await expect(call({ sender: moved, senderFrame: foreign })).rejects.toThrow('refused');
  });

  it.each([[null], [1], [{}], [['{}']], ['x'.repeat(48_000_001)]])(
    'refuses what is not a text of a call',
    async (text) => {
      await expect(call({ sender: contents, senderFrame: top }, text)).rejects.toThrow('refused');
    },
  );
});

it('Events go to the page as text', () => {
  tell({ event: 'workspace.changed', payload: { paths: ['a'] } });
  expect(sent).toEqual([['drawdown:event', '{"event":"workspace.changed","payload":{"paths":["a"]}}']]);
});
