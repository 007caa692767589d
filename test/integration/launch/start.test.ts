import { createServer } from 'node:net';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchElectron } from '../../../main/launch/fetchElectron.ts';
import { electronObstacle } from '../../../main/launch/electronObstacle.ts';
import { type Checkout, makeCheckout } from './checkout.ts';

const web = `console.log('served', ...process.argv.slice(2));\n`;
const page = `import { defineConfig } from 'vite';\nexport default defineConfig({ root: import.meta.dirname });\n`;
const launch = 'main/start.mjs';

const sources = {
  'main/web/main.ts': web,
  'main/electron/main.ts': 'export {};\n',
  'main/electron/preload.ts': 'export {};\n',
  'main/electron/icon.png': '',
  'renderer/vite.config.ts': page,
  'renderer/index.html': '<!doctype html><title>page</title>',
};

function checkoutWithLaunch(): Checkout {
  return makeCheckout(sources, 'installed');
}

/** A folder to be named by ELECTRON_OVERRIDE_DIST_PATH, with a script for Electron. */
function fakeElectron(checkout: Checkout, script: string): string {
  const folder = path.join(checkout.folder, 'fake');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'electron'), 0o755);
  return folder;
}

describe('npm start', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());

  it('serves the browser with one line that says why, where there is no display', async () => {
    checkout = checkoutWithLaunch();
    const { code, stdout, stderr } = await checkout.run([launch], { DISPLAY: '' });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'served\n' });
    const lines = stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Building'));
    expect(lines).toEqual([
      expect.stringMatching(
        /^(There is no display|Electron does not run as root): the workbench opens in the browser instead\.$/,
      ),
    ]);
  });

  it('is what the command line opens', async () => {
    checkout = checkoutWithLaunch();
    const opened = await checkout.run(['main/cli/drawdown.mjs', 'open', 'package.json']);
    expect(opened).toMatchObject({ code: 0, stdout: 'served package.json\n' });
  });

  it('opens a folder', async () => {
    checkout = checkoutWithLaunch();
    expect(await checkout.run([launch, 'shared'])).toMatchObject({ code: 0, stdout: 'served shared\n' });
  });

  it.each([
    [['nowhere'], /^There is no folder or file nowhere\.$/],
    [['shared', 'main'], /^One folder or file can be opened, not 2\.$/],
    [['--frob'], /^Unknown option --frob\.$/],
  ])('refuses %j in plain words', async (args, message) => {
    checkout = checkoutWithLaunch();
    const { code, stdout, stderr } = await checkout.run([launch, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n').find((line) => !line.startsWith('Building'))).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });

  it('goes straight to the browser with --web, passing the rest on', async () => {
    checkout = checkoutWithLaunch();
    const { stdout, stderr } = await checkout.run([launch, '--web', '--port', '8123', 'shared']);
    expect(stdout).toBe('served --port 8123 shared\n');
    expect(stderr).not.toContain('instead');
  });

  it('says in one line that the packages are not installed', async () => {
    checkout = makeCheckout(sources, 'none');
    const stderr = 'The packages are not installed: run `npm ci` first.\n';
    expect(await checkout.run([launch])).toEqual({ code: 1, stdout: '', stderr });
  });

  it('says plainly what a failed build complains of', async () => {
    checkout = makeCheckout({ ...sources, 'main/web/main.ts': 'const = ;\n' }, 'installed');
    const { code, stderr } = await checkout.run([launch, '--web']);
    expect(code).toBe(1);
    expect(stderr).toContain('The build failed: ');
    expect(stderr).not.toContain('    at ');
  });
});

describe.skipIf(process.platform !== 'linux')('npm start with an Electron, as an ordinary user with a display', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());
  const asUser = (electron: string) => ({ DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: electron });
  const run = (args: readonly string[], env: NodeJS.ProcessEnv) =>
    checkout.run(['--import', ordinaryUser, launch, ...args], env);

  it('runs the given Electron on the project and the folder, and passes its exit code on', async () => {
    checkout = checkoutWithLaunch();
    const electron = fakeElectron(checkout, 'echo "electron $@"');
    const { code, stdout, stderr } = await run(['shared'], asUser(electron));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `electron ${checkout.folder}/ ${path.join(checkout.folder, 'shared')}\n`,
    });
    expect(stderr).not.toContain('instead');
  });

  it('serves the browser where Electron dies at once', async () => {
    checkout = checkoutWithLaunch();
    const { stdout, stderr } = await run([], asUser(fakeElectron(checkout, 'exit 127')));
    expect(stdout).toBe('served\n');
    expect(stderr).toContain('Electron did not start (exit code 127): the workbench opens in the browser instead.\n');
  });

  it('serves the browser where the given folder holds no Electron', async () => {
    checkout = checkoutWithLaunch();
    const { stdout, stderr } = await run([], asUser(path.join(checkout.folder, 'empty')));
    expect(stdout).toBe('served\n');
    expect(stderr).toContain('ELECTRON_OVERRIDE_DIST_PATH holds no Electron');
  });
});

/** Lets a test that runs as root be an ordinary user to the launcher. */
const ordinaryUser = `data:text/javascript,process.getuid = () => 1000`;

describe('The obstacle to Electron', () => {
  const machine = { env: { DISPLAY: ':0' }, platform: 'linux', uid: 1000 };

  it.each([
    [machine, null],
    [{ ...machine, uid: 0 }, 'Electron does not run as root'],
    [{ ...machine, env: {} }, 'There is no display'],
    [{ ...machine, env: { WAYLAND_DISPLAY: 'wayland-0' } }, null],
    [{ ...machine, env: {}, platform: 'darwin' }, null],
    [{ env: {}, platform: 'win32', uid: undefined }, null],
  ])('on %j is %j', (here, obstacle) => {
    expect(electronObstacle(here)).toBe(obstacle);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('Fetching Electron', () => {
  const packageFolder = path.resolve(import.meta.dirname, '../../../node_modules/electron');
  const fetchFrom = async (mirror: string, patienceMs: number) => {
    process.env['ELECTRON_MIRROR'] = mirror;
    const said: string[] = [];
    const env = { electron_config_cache: path.join(packageFolder, '../.cache/none') };
    const failure = await fetchElectron({ packageFolder, env, say: (line) => said.push(line), patienceMs });
    delete process.env['ELECTRON_MIRROR'];
    return { failure, said };
  };

  it('counts a server that does not answer in time as no connection', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    expect(await fetchFrom(`http://127.0.0.1:${port}/`, 300)).toEqual({
      failure: 'no connection within 0.3 s',
      said: [],
    });
    silent.close();
  });

  it('says at once that there is no connection', async () => {
    expect(await fetchFrom(`http://127.0.0.1:${await closedPort()}/`, 5000)).toEqual({
      failure: 'no connection: ECONNREFUSED',
      said: [],
    });
  });
});
