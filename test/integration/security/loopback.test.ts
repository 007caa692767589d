import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../../main/web/arguments.ts';
import { requestText, sendRaw, type RawAnswer } from '../../support/rawHttp.ts';
import { startLoopback, type StartedLoopback } from '../../support/loopback.ts';

let web: StartedLoopback;
let token: readonly [string, string];
beforeAll(async () => {
  web = await startLoopback();
  token = await web.tokenHeader();
});
afterAll(() => web.close());

const call = '{"name":"settings.get","params":{}}';
const get = (target: string, headers: readonly (readonly [string, string])[] = [web.own[0]]) =>
  sendRaw(web.port, requestText(`GET ${target} HTTP/1.1`, headers));

async function expectAlive(): Promise<void> {
  const answer = await get('/');
  expect(answer?.status).toBe(200);
}

function expectHeaders(answer: RawAnswer | null): void {
  const { headers } = answer!;
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
      "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.has('server') || headers.has('x-powered-by')).toBe(false);
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
}

describe('the address (S1)', () => {
  it('is 127.0.0.1 on a free port, and no other interface answers', async () => {
    expect(web.loopback.address).toBe(`http://127.0.0.1:${web.port}/`);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each && !each.internal && each.family === 'IPv4');
    for (const other of others) expect(await connects(web.port, other!.address)).toBe(false);
    expect(await connects(web.port, '127.0.0.2')).toBe(false);
    expect(await connects(web.port, '::1')).toBe(false);
  });

  it('cannot be another one', () => {
    expect(readArguments(['--host', '0.0.0.0']).ok).toBe(false);
    expect(readArguments(['--host', 'example.com']).ok).toBe(false);
    expect(readArguments(['--host', '127.0.0.1', '--port', '8080', 'customers'])).toEqual({
      ok: true,
      value: { folder: 'customers', port: 8080, browser: true },
    });
  });
});

describe('the Host header (S2, S3)', () => {
  it.each([
    'evil.example:PORT',
    'localhost.:PORT',
    'localhost:PORT',
    '127.0.0.1.nip.io:PORT',
    'user@127.0.0.1:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1:PORT0',
    '[::ffff:127.0.0.1]:PORT',
    '[::1',
    '',
    '8 KB of letters',
  ])('%s is refused without a body', async (host) => {
    const text = host === '8 KB of letters' ? 'a'.repeat(8192) : host.replace('PORT', String(web.port));
    const answer = await get('/', [['Host', text]]);
    expect([400, 421]).toContain(answer?.status);
    expect(answer?.body).toBe('');
    expectHeaders(answer);
    await expectAlive();
  });

  it('must be there, once', async () => {
    const own = web.own[0];
    expect((await sendRaw(web.port, 'GET / HTTP/1.0\r\n\r\n'))?.status).toBe(400);
    expect((await get('/', []))?.status).toBe(400);
    expect((await get('/', [own, own]))?.status).toBe(400);
    expect((await get('/', [own, ['host', 'evil.example']]))?.status).toBe(400);
    await expectAlive();
  });
});

describe('the target (S4)', () => {
  it.each([
    'http://127.0.0.1/',
    'http://evil.example/',
    '//evil.example/',
    '/../package.json',
    '/assets/../secret.key',
    '/%2e%2e/package.json',
    '/assets%2findex-abc.js',
    '/assets%5cindex-abc.js',
    '/..\\package.json',
    '/index.html%00.js',
    '/#/rpc',
    '/.git/config',
    '/assets//index-abc.js',
    '5 KB of letters',
    '*',
  ])('%s is refused', async (target) => {
    const answer = await get(target === '5 KB of letters' ? `/${'a'.repeat(5000)}` : target);
    expect(answer?.status).toBe(400);
    expectHeaders(answer);
    await expectAlive();
  });

  it('is a file of the page, of a type that pages have', async () => {
    expect((await get('/assets/index-abc.js'))?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await get('/secret.key'))?.status).toBe(404);
    expect((await get('/assets'))?.status).toBe(404);
  });
});

describe('the origin (S5, S6)', () => {
  const post = (headers: readonly (readonly [string, string])[]) =>
    sendRaw(web.port, requestText('POST /rpc HTTP/1.1', [web.own[0], token, ...headers], call));
  const json = ['Content-Type', 'application/json'] as const;

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
    'http://[::1',
    '',
  ])('%s is refused', async (origin) => {
    const answer = await post([json, ['Origin', origin.replace('PORT', String(web.port))]]);
    expect(answer?.status).toBe(403);
    expectHeaders(answer);
  });

  it('is refused where the browser says that another site asks', async () => {
    for (const site of ['cross-site', 'same-site', 'none', 'nonsense']) {
      expect((await post([json, web.own[1], ['Sec-Fetch-Site', site]]))?.status).toBe(403);
    }
    expect((await get('/', [web.own[0], ['Sec-Fetch-Site', 'cross-site']]))?.status).toBe(403);
    expect((await get('/', [web.own[0], ['Sec-Fetch-Site', 'none']]))?.status).toBe(200);
    expect((await post([json, web.own[1], ['Sec-Fetch-Site', 'same-origin']]))?.status).toBe(200);
  });

  it('is refused where a POST has none, or two', async () => {
    expect((await post([json]))?.status).toBe(403);
    expect((await post([json, web.own[1], web.own[1]]))?.status).toBe(403);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    '',
  ])('a body of type "%s" is not taken, whoever sends it', async (type) => {
    const answer = await post([web.own[1], ['Content-Type', type]]);
    expect(answer?.status).toBe(415);
    expectHeaders(answer);
  });

  it('is never allowed in by a preflight', async () => {
    const ask = (origin: string) =>
      sendRaw(
        web.port,
        requestText('OPTIONS /rpc HTTP/1.1', [
          web.own[0],
          ['Origin', origin],
          ['Access-Control-Request-Method', 'POST'],
        ]),
      );
    for (const [origin, status] of [
      ['http://evil.example', 403],
      [web.own[1][1], 405],
    ] as const) {
      const answer = await ask(origin);
      expect(answer?.status).toBe(status);
      expectHeaders(answer);
    }
  });
});

describe('the session (S7)', () => {
  it('begins with a code that works once', async () => {
    const code = web.loopback.issueCode();
    const first = await web.exchange(code);
    expect(first?.status).toBe(200);
    expect(first?.headers.get('cache-control')).toBe('no-store');
    expect((await web.exchange(code))?.status).toBe(401);
  });

  it('leaves a code alone that a wrong one was offered beside', async () => {
    const code = web.loopback.issueCode();
    for (const wrong of ['', 'x', code.slice(1), `${code}x`, code.toLowerCase() + code]) {
      expect((await web.exchange(wrong))?.status).toBe(401);
    }
    web.loopback.issueCode();
    expect((await web.exchange(code))?.status).toBe(200);
  });

  it('is asked for by every call and by the events', async () => {
    const wrong: readonly (readonly (readonly [string, string])[])[] = [
      [],
      [['x-drawdown-token', '']],
      [['x-drawdown-token', token[1].slice(1)]],
      [['x-drawdown-token', `${token[1].slice(0, -1)}${token[1].endsWith('A') ? 'B' : 'A'}`]],
      [['cookie', `x-drawdown-token=${token[1]}`]],
      [token, token],
    ];
    for (const headers of wrong) {
      const posted = await web.post('/rpc', JSON.parse(call), headers);
      expect(posted?.status).toBe(401);
      expectHeaders(posted);
      expect((await get('/events', [web.own[0], ...headers]))?.status).toBe(401);
    }
    expect((await web.post(`/rpc?x-drawdown-token=${token[1]}&token=${token[1]}`, JSON.parse(call)))?.status).toBe(401);
    expect((await get(`/events?token=${token[1]}`))?.status).toBe(401);
    expect((await web.post('/rpc', JSON.parse(call), [token]))?.status).toBe(200);
  });

  it('does not take a body that is not as the protocol says', async () => {
    for (const body of [null, [], {}, { code: 1 }, { code: 'x', more: 1 }, 'x']) {
      expect((await web.post('/session', body))?.status).toBe(400);
    }
  });
});

describe('upgrades and tunnels (S8)', () => {
  const upgrade = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA=='],
  ] as const;

  it.each([
    ['from our own page with its token', () => [...web.own, token]],
    ['from our own page without one', () => [...web.own]],
    ['from another site, token or not', () => [web.own[0], ['Origin', 'http://evil.example'], token]],
    ['from no page at all', () => [web.own[0], token]],
  ] as const)('are refused %s', async (_from, headers) => {
    for (const target of ['/', '/events', '/rpc']) {
      const answer = await get(target, [...headers(), ...upgrade] as readonly (readonly [string, string])[]);
      expect(answer?.status).toBe(400);
      expectHeaders(answer);
    }
    await expectAlive();
  });

  it('are refused where a tunnel is asked for', async () => {
    const answer = await sendRaw(web.port, 'CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    expect(answer?.status).toBe(405);
    await expectAlive();
  });
});

describe('headers of every answer (S9, S11)', () => {
  it('are there for pages, files, calls, events and every refusal', async () => {
    const answers = [
      await get('/'),
      await get('/assets/index-abc.js'),
      await get('/missing.js'),
      await web.post('/rpc', JSON.parse(call), [token]),
      await get('/rpc'),
      await sendRaw(web.port, 'nonsense\r\n\r\n'),
      await sendRaw(web.port, requestText('GET / HTTP/1.1', [web.own[0], ['x', 'y'.repeat(40_000)]])),
      await sendRaw(web.port, requestText('GET / HTTP/1.1', [web.own[0], ['Expect', 'a miracle']])),
      await sendRaw(web.port, requestText('GET /events HTTP/1.1', [web.own[0], token]), 300),
    ];
    expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 404, 200, 405, 400, 431, 200, 200]);
    for (const answer of answers) expectHeaders(answer);
    for (const index of [3, 4, 8]) expect(answers[index]?.headers.get('cache-control')).toBe('no-store');
  });
});

describe('events', () => {
  it('stream one line each to a page with a session', async () => {
    const reading = sendRaw(web.port, requestText('GET /events HTTP/1.1', [web.own[0], token]), 500);
    await new Promise((resolve) => setTimeout(resolve, 150));
    web.host.tell({ event: 'workspace.changed', payload: { paths: ['acme.scenario.json'] } });
    expect((await reading)?.body).toContain(
      '{"event":"workspace.changed","payload":{"paths":["acme.scenario.json"]}}\n',
    );
  });
});

function connects(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: address, timeout: 500 });
    const done = (value: boolean) => (socket.destroy(), resolve(value));
    socket
      .on('connect', () => done(true))
      .on('error', () => done(false))
      .on('timeout', () => done(false));
  });
}
