import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnLoopback, type LoopbackOptions } from '../../main/web/loopback.ts';
import { echoHost } from './echoHost.ts';
import { requestText, sendRaw } from './rawHttp.ts';

/** A loopback host around an echo, with a page of two files, and the headers that its own page would send. */
export async function startLoopback(options: Partial<LoopbackOptions> = {}) {
  const page = mkdtempSync(join(tmpdir(), 'drawdown-page-'));
  mkdirSync(join(page, 'assets'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Drawdown</title>');
  writeFileSync(join(page, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(page, 'secret.key'), 'of no type that is served');
  const host = echoHost();
  const loopback = await listenOnLoopback({ host, page, port: 0, now: () => performance.now(), ...options });
  const { port } = loopback;
  const own = [
    ['Host', `127.0.0.1:${port}`],
    ['Origin', `http://127.0.0.1:${port}`],
  ] as const;
  const json = [...own, ['Content-Type', 'application/json']] as const;
  const post = (path: string, body: unknown, more: readonly (readonly [string, string])[] = []) =>
    sendRaw(port, requestText(`POST ${path} HTTP/1.1`, [...json, ...more], JSON.stringify(body)));
  const exchange = async (code: string) => post('/session', { code });
  const tokenHeader = async () => {
    const answer = await exchange(loopback.issueCode());
    return ['x-drawdown-token', (JSON.parse(answer!.body) as { token: string }).token] as const;
  };
  const close = async () => {
    await loopback.close();
    rmSync(page, { recursive: true });
  };
  return { host, loopback, port, page, own, json, post, exchange, tokenHeader, close };
}

export type StartedLoopback = Awaited<ReturnType<typeof startLoopback>>;
