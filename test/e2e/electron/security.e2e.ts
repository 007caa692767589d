import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { contentSecurityPolicy } from '../../../main/platform/securityHeaders.ts';
import { injected, injections } from '../../support/injections.ts';
import { test } from './app.ts';

test('the page lives in a sandbox, apart from Electron, under its own address (S23)', async ({
  looked: { app, page },
}) => {
  expect(page.url()).toBe('app://drawdown/');
  const preferences = await app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) => (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
});

test('the page gets two functions and nothing of Node or Electron (S22)', async ({ looked: { page } }) => {
  const seen = await page.evaluate(() => ({
    globals: ['require', 'process', 'Buffer', 'module', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    bridge: Object.entries(Reflect.get(globalThis, 'drawdown') as object).map(
      ([name, value]) => `${name}: ${typeof value}`,
    ),
    frozen: Object.isFrozen(Reflect.get(globalThis, 'drawdown')),
  }));
  expect(seen).toEqual({ globals: [], bridge: ['call: function', 'on: function'], frozen: true });
});

test('a call is answered as text, a bad one with a code and no stack', async ({ looked: { page } }) => {
  const answers = await page.evaluate(async () => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return Promise.all([
      call('{"name":"workspace.current","params":{}}'),
      call('{"name":"no.such","params":{}}'),
      call('{'),
    ]);
  });
  const [current, unknown, broken] = answers.map(
    (answer) => JSON.parse(answer) as { ok: boolean; error?: { code: string } },
  );
  expect(current).toEqual({ ok: true, value: null });
  expect(unknown?.error?.code).toEqual(expect.any(String));
  expect(broken?.error?.code).toEqual(expect.any(String));
  expect(answers.join()).not.toContain('    at ');
});

test('the policy is sent with every answer, and stops whatever is put into the page (S9, S10)', async ({
  looked: { page },
}) => {
  const policies = await page.evaluate(async () => {
    const policyOf = async (path: string) => (await fetch(path)).headers.get('content-security-policy');
    return Promise.all(['/', '/none.js', '/%2e%2e/package.json'].map(policyOf));
  });
  expect(new Set(policies)).toEqual(new Set([contentSecurityPolicy]));
  expect(await page.evaluate(injections, injected.stopped.length)).toEqual(injected);
  await page.reload();
});

test('permissions are denied, and only the page is served (S26, S27)', async ({ looked: { page } }) => {
  const asked = await page.evaluate(async () => {
    const query = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    const status = async (address: string) => (await fetch(address).catch(() => ({ status: 0 }))).status;
    return {
      permissions: await Promise.all(['geolocation', 'notifications', 'camera', 'clipboard-read'].map(query)),
      served: await Promise.all(
        ['/', '/index.html?x', '/../package.json', '/%2e%2e/electron/main.cjs', '/none.js'].map(status),
      ),
      files: await status('file:///etc/passwd'),
    };
  });
  expect(asked.permissions).toEqual(['denied', 'denied', 'denied', 'denied']);
  expect(asked.served).toEqual([200, 404, 404, 404, 404]);
  expect(asked.files).toBe(0);
});

for (const dangerous of ['--remote-debugging-port=0', '--disable-web-security', '--load-extension=/tmp']) {
  test(`the app does not start with ${dangerous} (S28)`, async ({ packed }) => {
    const { program, args } = packed.user;
    test.skip(args.includes('--no-sandbox'), 'needs a machine on which the sandbox works');
    const { status, stderr } = spawnSync(program, [...args, dangerous], {
      env: packed.env,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(status).toBe(2);
    expect(stderr).toContain(`Drawdown does not start with ${dangerous.split('=')[0]}.`);
  });
}

test('a second start hands over to the first and ends', async ({ packed }) => {
  const { program, args } = packed.user;
  test.skip(args.includes('--no-sandbox'), 'needs a machine on which the sandbox works');
  const { app } = await packed.start();
  const second = spawnSync(program, [...args], { env: packed.env, encoding: 'utf8', timeout: 20_000 });
  expect(second.status).toBe(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
