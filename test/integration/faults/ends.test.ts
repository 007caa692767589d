import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readDocument } from '../../../main/store/document.ts';
import { sha256Text } from '../../../main/platform/sha256.ts';
import { bundleProgram, removeProgram, startProgram } from '../../support/childProgram.ts';
import { freshFolder, openAgain, valueOf } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';
const name = 'acme.scenario.json';

let program = '';
beforeAll(async () => {
  program = await bundleProgram(fileURLToPath(new URL('../../support/slowHostProgram.ts', import.meta.url)));
});
afterAll(() => removeProgram(program));

/** A host on a folder with one document, in which the operation of that number of its next save is late, or hangs. */
async function startHost(number: number, trouble: 'late' | 'hangs') {
  const base = freshFolder();
  const folder = path.join(base, 'acme');
  const page = path.join(base, 'page');
  for (const each of [folder, page]) fs.mkdirSync(each);
  fs.writeFileSync(path.join(folder, name), 'old');
  fs.writeFileSync(path.join(page, 'index.html'), '');
  const running = startProgram(program, [folder, path.join(base, 'home'), page, String(number), trouble]);
  onTestFinished(() => void running.child.kill('SIGKILL'));
  const printed = await untilLine(running.lines, /127\.0\.0\.1:(\d+)\/#code=(\S+)/);
  const origin = `http://127.0.0.1:${printed[1]}`;
  const json = { origin, 'content-type': 'application/json' };
  const post = (route: string, headers: Record<string, string>, body: unknown) =>
    fetch(origin + route, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const { token } = (await (await post('/session', {}, { code: printed[2] })).json()) as { token: string };
  const headers = { 'x-drawdown-token': token };
  const call = async (method: string, params: unknown) =>
    (await (await post('/rpc', headers, { name: method, params })).json()) as { ok: boolean; value: unknown };
  return { ...running, folder, call, events: () => fetch(`${origin}/events`, { headers: { ...json, ...headers } }) };
}

type Host = Awaited<ReturnType<typeof startHost>>;

async function untilLine(lines: readonly string[], pattern: RegExp): Promise<RegExpExecArray> {
  await expect.poll(() => lines.some((line) => pattern.test(line)), { timeout: 20_000, interval: 10 }).toBe(true);
  return pattern.exec(lines.find((line) => pattern.test(line))!)!;
}

/** Begins a save, and waits until it reached its slow operation or is over. */
async function saveUntilReached({ child, lines, call }: Host) {
  // No line, or the host would print another code. The count begins before the call: both go to the same process.
  child.stdin!.write('c');
  await untilLine(lines, /counting/);
  let isOver = false;
  const save = { path: name, text: 'new', expected: sha256Text('old') };
  const saved = call('document.save', save)
    .catch(() => null)
    .finally(() => (isOver = true));
  while (!isOver && !lines.includes('reached')) await new Promise((resolve) => setTimeout(resolve, 5));
  return { saved, isReached: lines.includes('reached') };
}

/** What a fresh start finds. */
async function found(folder: string): Promise<string> {
  const next = await openAgain(folder);
  expect(next.readOnly).toBeNull();
  const { text } = valueOf(await readDocument(next, name));
  expect(fs.readdirSync(folder).filter((file) => file !== '.drawdown')).toEqual([name]);
  await next.close();
  return text;
}

describe('a host that is asked to end while it saves (F18)', () => {
  it('at any step, saves to the end, lets go of the folder, and ends well', async () => {
    let tried = 0;
    for (let number = 1; ; number += long ? 1 : 17) {
      const host = await startHost(number, 'late');
      const { isReached } = await saveUntilReached(host);
      host.child.kill('SIGTERM');
      if (number % 2 === 0) host.child.kill('SIGTERM');
      await host.ended;
      tried += 1;
      // Asked twice, it may end at once: then the document is what it was, or what was saved.
      const ended = host.child.exitCode === 0;
      const text = await found(host.folder);
      expect({ number, ended, isRight: text === 'new' || (!ended && text === 'old') }).toMatchObject({ isRight: true });
      if (number % 2 === 1) expect({ number, ended }).toEqual({ number, ended: true });
      if (!isReached) break;
    }
    expect(tried).toBeGreaterThan(2);
    countTried('faults', tried);
  }, 1_800_000);

  it('on a disk that hangs, ends all the same, and the document is old or new', async () => {
    const steps = long ? [2, 6, 10, 14, 18, 22, 26, 30, 34] : [6, 30];
    for (const number of steps) {
      const host = await startHost(number, 'hangs');
      expect((await saveUntilReached(host)).isReached).toBe(true);
      host.child.kill('SIGTERM');
      await host.ended;
      expect(host.child.exitCode).toBe(4);
      expect(['old', 'new']).toContain(await found(host.folder));
    }
    countTried('faults', steps.length);
  }, 1_800_000);
});

describe('a mistake in the code of the host (F19)', () => {
  it('is told to the page and on standard error, ends nothing, and leaves no half save', async () => {
    const host = await startHost(20, 'late');
    const reader = (await host.events()).body!.pipeThrough(new TextDecoderStream()).getReader();
    const { saved } = await saveUntilReached(host);
    host.child.kill('SIGUSR2');
    expect(await saved).toMatchObject({ ok: true, value: { saved: true } });
    let heard = '';
    while (!/another mistake/.test(heard) || !/"a mistake|: a mistake/.test(heard))
      heard += (await reader.read()).value;
    expect(heard).toContain('host.failed');
    await reader.cancel();
    expect(await host.call('document.read', { path: name })).toMatchObject({ ok: true, value: { text: 'new' } });
    host.child.kill('SIGTERM');
    await host.ended;
    expect(host.child.exitCode).toBe(0);
    countTried('faults', 2);
  });
});
