import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../main/launch/ensureBuilt.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
let built: string;
let running: Started[] = [];

beforeAll(async () => {
  built = mkdtempSync(path.join(tmpdir(), 'drawdown-web-'));
  await ensureBuilt(['web'], () => undefined);
  cpSync(path.join(root, 'build/web'), path.join(built, 'web'), { recursive: true });
  mkdirSync(path.join(built, 'renderer'));
  writeFileSync(path.join(built, 'renderer', 'index.html'), '<!doctype html><title>Drawdown</title>');
  mkdirSync(path.join(built, 'customers'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
afterEach(() => {
  for (const { child } of running) child.kill('SIGKILL');
  running = [];
});

interface Started {
  readonly child: ChildProcess;
  said(): string;
  /** Waits for a line of standard output that matches. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], program: readonly string[] = [path.join(built, 'web', 'main.mjs')]): Started {
  const env = { PATH: process.env['PATH'], DRAWDOWN_HOME: path.join(built, 'home') };
  const child = spawn(process.execPath, [...program, ...args], { env, stdio: 'pipe' });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  child.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const line = async (pattern: RegExp) => {
    await expect.poll(() => pattern.test(text), { timeout: 10_000 }).toBe(true);
    return pattern.exec(text)!;
  };
  const started = { child, said: () => text, line, ended };
  running.push(started);
  return started;
}

const address = /Drawdown: http:\/\/127\.0\.0\.1:(\d+)\/#code=(\S+)\n/;

async function exchange(port: number, code: string): Promise<Response> {
  const origin = `http://127.0.0.1:${port}`;
  const headers = { origin, 'content-type': 'application/json' };
  return fetch(`${origin}/session`, { method: 'POST', headers, body: JSON.stringify({ code }) });
}

describe('the loopback host as a program', () => {
  it('prints an address with a code that works once, and another one on Enter', async () => {
    const host = start([]);
    const [printed, port, code] = await host.line(address);
    expect((await exchange(Number(port), code!)).status).toBe(200);
    expect((await exchange(Number(port), code!)).status).toBe(401);
    host.child.stdin!.write('\n');
    await expect.poll(() => host.said().split('Drawdown: ').length).toBe(3);
    const [, , second] = address.exec(host.said().replace(printed, ''))!;
    expect((await exchange(Number(port), second!)).status).toBe(200);
  });

  it('opens the folder that it is given', async () => {
    const host = start([path.join(built, 'customers')]);
    const [, port, code] = await host.line(address);
    const { token } = (await (await exchange(Number(port), code!)).json()) as { token: string };
    const origin = `http://127.0.0.1:${port}`;
    const headers = { origin, 'content-type': 'application/json', 'x-drawdown-token': token };
    const body = JSON.stringify({ name: 'workspace.current', params: {} });
    const answer = await (await fetch(`${origin}/rpc`, { method: 'POST', headers, body })).json();
    expect(answer).toMatchObject({ ok: true, value: { name: 'customers', readOnly: null } });
  });

  it.runIf(process.platform === 'linux')(
    'keeps code and token out of command lines, environments and its own files (S15, S36)',
    async () => {
      const host = start([]);
      const [, port, code] = await host.line(address);
      const { token } = (await (await exchange(Number(port), code!)).json()) as { token: string };
      host.child.stdin!.write('\n');
      for (const secret of [code!, token]) {
        for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
          expect(read(`/proc/${pid}/cmdline`) + read(`/proc/${pid}/environ`)).not.toContain(secret);
        }
        for (const file of filesBelow(path.join(built, 'home'))) expect(read(file)).not.toContain(secret);
      }
    },
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s, with its port closed within a second (S17)',
    async (signal) => {
      const host = start([]);
      const [, port] = await host.line(address);
      host.child.kill(signal);
      await expect.poll(() => isOpen(Number(port)), { timeout: 1000, interval: 50 }).toBe(false);
      expect(await host.ended).toBe(0);
    },
  );

  it('ends with the process that started it, not with its standard input (S17)', async () => {
    const parent = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, [process.argv[1]], { stdio: ['ignore', 'inherit', 'inherit'] });
      setTimeout(() => {}, 60000);`;
    const started = start([path.join(built, 'web', 'main.mjs')], ['-e', parent]);
    const [, port] = await started.line(address);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await isOpen(Number(port))).toBe(true);
    started.child.kill('SIGKILL');
    await expect.poll(() => isOpen(Number(port)), { timeout: 1500, interval: 50 }).toBe(false);
  });

  it.each([
    [['--port', 'x'], 2, 'A port is a number up to 65535.'],
    [['--host', '0.0.0.0'], 2, 'The host listens on 127.0.0.1 alone'],
    [['--frob'], 2, '--frob'],
    [['a', 'b'], 2, 'One folder or file can be opened, not 2.'],
    [['/nowhere/at/all'], 3, '/nowhere/at/all'],
  ])('%j ends with code %i and plain words', async (args, code, words) => {
    const host = start(args);
    expect(await host.ended).toBe(code);
    expect(host.said()).toContain(words);
    expect(host.said()).not.toMatch(/\n +at |node:internal/);
  });

  it('says that a port is taken', async () => {
    const [, port] = await start([]).line(address);
    const second = start(['--port', port!]);
    expect(await second.ended).toBe(3);
    expect(second.said()).toContain(`Port ${port} is taken`);
  });
});

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (open: boolean) => (socket.destroy(), resolve(open));
    socket.on('connect', () => done(true)).on('error', () => done(false));
  });
}
