import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../main/launch/ensureBuilt.mjs';
import { crowd } from '../../support/crowd.ts';
import { startLoopback, type StartedLoopback } from '../../support/loopback.ts';
import { requestText, sendRaw } from '../../support/rawHttp.ts';
import { closed, openSocket } from '../../support/sockets.ts';

let web: StartedLoopback;
let token: readonly [string, string];
beforeAll(async () => {
  web = await startLoopback();
  token = await web.tokenHeader();
});
afterAll(() => web.close());

async function expectAlive(): Promise<void> {
  expect((await sendRaw(web.port, requestText('GET / HTTP/1.1', [web.own[0]])))?.status).toBe(200);
}

describe('sizes of one request (S14)', () => {
  const sized = (bytes: number) => JSON.stringify({ name: 'x'.repeat(bytes - 23), params: {} });

  it('hold for a body, told in advance or found out', async () => {
    const post = (body: string) => sendRaw(web.port, requestText('POST /rpc HTTP/1.1', [...web.json, token], body));
    expect((await post(sized(1024 * 1024)))?.status).toBe(200);
    expect((await post(sized(1024 * 1024 + 1)))?.status).toBe(413);
    const chunk = 'a'.repeat(64 * 1024);
    const chunks = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(20);
    const chunked = requestText('POST /rpc HTTP/1.1', [...web.json, token, ['Transfer-Encoding', 'chunked']]);
    expect((await sendRaw(web.port, `${chunked}${chunks}0\r\n\r\n`))?.status).toBe(413);
    await expectAlive();
  });

  it('let a large call come in pieces, in order, and only so', async () => {
    const text = sized(900_000);
    const pieces = [text.slice(0, 300_000), text.slice(300_000, 600_000), text.slice(600_000)];
    const put = (id: string, piece: number, of = 3) =>
      web.post('/rpc/pieces', { call: id, piece, of, text: pieces[piece] }, [token]);
    expect((await put('a', 0))?.body).toBe('{"ok":true,"value":null}');
    expect((await put('a', 1))?.body).toBe('{"ok":true,"value":null}');
    expect((await put('a', 2))?.body).toBe(`{"ok":true,"value":${text.length}}`);
    expect(web.host.asked.at(-1)).toBe(text);
    await put('b', 0);
    expect((await put('b', 2))?.status).toBe(409);
    expect((await put('b', 1))?.status).toBe(409);
    expect((await put('c', 2, 2))?.status).toBe(400);
  });

  it('hold for text that is not UTF-8', async () => {
    const body = Buffer.from([0x22, 0xc3, 0x28, 0x22]);
    const head = requestText('POST /rpc HTTP/1.1', [...web.json, token, ['content-length', String(body.length)]]);
    expect((await sendRaw(web.port, Buffer.concat([Buffer.from(head), body])))?.status).toBe(400);
  });

  it('hold for headers: 32 KB of them are read, no more', async () => {
    const sent = (bytes: number) =>
      sendRaw(web.port, requestText('GET / HTTP/1.1', [web.own[0], ['x', 'y'.repeat(bytes)]]));
    expect((await sent(30_000))?.status).toBe(200);
    expect((await sent(33_000))?.status).toBe(431);
  });
});

describe('many requests (S14)', () => {
  it('refuse a flood, and only from whoever floods', async () => {
    const other = await startLoopback({ now: () => 0 });
    const known = await other.tokenHeader();
    const statuses = await flood(other.port, other.own[0][1], 500);
    expect(statuses.filter((status) => status === 429).length).toBe(101);
    expect((await other.post('/rpc', {}, [known]))?.status).toBe(200);
    await other.close();
  });

  it('are taken again at a hundred a second', async () => {
    let now = 0;
    const other = await startLoopback({ now: () => now });
    await flood(other.port, other.own[0][1], 450);
    now = 1000;
    const statuses = await flood(other.port, other.own[0][1], 150);
    expect(statuses.filter((status) => status === 200)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(50);
    await other.close();
  });
});

describe('slow requests (S14)', () => {
  const quick = { headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 100 };

  it('close connections that send their headers too slowly, with many idle ones open', async () => {
    const other = await startLoopback({ limits: quick });
    const idle = await Promise.all(Array.from({ length: 200 }, () => openSocket(other.port)));
    const slow = sendRaw(other.port, 'GET / HTTP/1.1\r\nHost: 127');
    expect((await sendRaw(other.port, requestText('GET / HTTP/1.1', [other.own[0]])))?.status).toBe(200);
    const answer = await slow;
    expect(answer?.status).toBe(408);
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await Promise.all(idle.map(closed))).toHaveLength(200);
    await other.close();
  });

  it('end where a body trickles in', async () => {
    const other = await startLoopback({ limits: quick });
    const known = await other.tokenHeader();
    const head = requestText('POST /rpc HTTP/1.1', [...other.json, known, ['content-length', '1000']]);
    const trickle = await openSocket(other.port);
    trickle.write(head);
    const timer = setInterval(() => trickle.write('a'), 50);
    await closed(trickle);
    clearInterval(timer);
    expect((await other.post('/rpc', {}, [known]))?.status).toBe(200);
    await other.close();
  });
});

describe.runIf(process.platform === 'linux')('a crowd (S14)', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'drawdown-crowd-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('of six hundred connections and requests leaves memory flat and the host answering', async () => {
    await ensureBuilt(['web', 'renderer'], () => undefined);
    expect(await crowd(600, home)).toBeLessThan(48);
  }, 120_000);
});

/** Many requests, a few dozen at a time; gives the statuses. */
async function flood(port: number, host: string, count: number): Promise<number[]> {
  const statuses: number[] = [];
  while (statuses.length < count) {
    const batch = Array.from({ length: 50 }, () => sendRaw(port, requestText('GET / HTTP/1.1', [['Host', host]])));
    for (const answer of await Promise.all(batch)) statuses.push(answer?.status ?? 0);
  }
  return statuses;
}
