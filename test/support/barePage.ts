import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { chromium, chromiumFlags } from './chromium.ts';

/** A Chromium that is told where to go and what to run, and watched by nobody: whoever watches requests slows the code that makes them. */
export interface BareBrowser {
  /** A page with nothing kept from any other, in which `script` runs before the page's own. */
  open(address: string, script: string): Promise<BarePage>;
  close(): Promise<void>;
}

export interface BarePage {
  /** The text that an expression comes to in the page. */
  evaluate(expression: string): Promise<string>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

type Call = (method: string, params?: object, sessionId?: string) => Promise<Readonly<Record<string, unknown>>>;

/** Starts a Chromium whose protocol is spoken through two pipes, a null byte after each message. */
export function startBareBrowser(
  folder: string,
  size: { readonly width: number; readonly height: number },
): BareBrowser {
  const args = [
    ...chromiumFlags,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${folder}`,
    `--window-size=${size.width},${size.height}`,
  ];
  const child = spawn(chromium ?? 'chromium', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const call = protocol(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return {
    async open(address, script) {
      const { browserContextId } = await call('Target.createBrowserContext');
      const { targetId } = await call('Target.createTarget', { url: 'about:blank', browserContextId, ...size });
      const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
      const here = (method: string, params?: object) => call(method, params, sessionId as string);
      await here('Page.enable');
      await here('Page.addScriptToEvaluateOnNewDocument', { source: script });
      await here('Page.navigate', { url: address });
      return {
        async evaluate(expression) {
          const { result } = await here('Runtime.evaluate', { expression: `String(${expression})` });
          return String((result as { value?: unknown }).value);
        },
        reload: async () => void (await here('Page.reload')),
        close: async () => void (await call('Target.disposeBrowserContext', { browserContextId })),
      };
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: object;
}

function protocol(to: Writable, from: Readable): Call {
  const waiting = new Map<number, (answer: Answer) => void>();
  let said = '';
  from.on('data', (bytes: Buffer) => {
    const messages = (said + bytes.toString()).split('\0');
    said = messages.pop()!;
    for (const text of messages) {
      const message = JSON.parse(text) as Answer;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
    }
  });
  let last = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`));
        else resolve(result ?? {});
      });
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}
