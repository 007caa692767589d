import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from 'electron';
import { afterAll, describe, expect, it } from 'vitest';
import { placeArgument, refusedSwitch } from '../../../../main/electron/appArguments.ts';

const folder = mkdtempSync(path.join(tmpdir(), "drawdown 'args' \""));
writeFileSync(path.join(folder, 'file.json'), '{}');
afterAll(() => rmSync(folder, { recursive: true }));

describe('The folder or file on the command line (S28)', () => {
  const given = (...args: readonly string[]) =>
    placeArgument({ argv: ['/opt/drawdown', ...args], packaged: true, folder: path.dirname(folder) });

  it('is the first argument that is a folder, whatever its name is made of', () => {
    expect(given(folder)).toBe(folder);
    expect(given(path.basename(folder))).toBe(folder);
    expect(given('nowhere', folder)).toBe(folder);
  });

  it.each([
    ['--inspect'],
    ['--remote-debugging-port=1'],
    ['-x'],
    ['https://example.com/'],
    ['file:///nowhere'],
    ['file://elsewhere/tmp'],
    ['file:////elsewhere/tmp'],
    ['file:///tmp%2F..%2Ftmp'],
    ['file:///tmp%00'],
    ['file:tmp'],
    ['vscode:///tmp'],
    ['nowhere'],
    ['a\0b'],
  ])('is not %j', (arg) => {
    expect(given(arg)).toBeNull();
  });

  it('is the first argument that is a file', () => {
    expect(given('nowhere', path.join(folder, 'file.json'))).toBe(path.join(folder, 'file.json'));
  });

  it('is a file that a desktop gives by its address, as a double-click does', () => {
    const file = path.join(folder, 'file.json');
    expect(given(pathToFileURL(file).href)).toBe(file);
    expect(given(pathToFileURL(folder).href)).toBe(folder);
  });

  it('comes after the app’s own folder where the app is not packed', () => {
    const argv = ['electron', '/app', folder];
    expect(placeArgument({ argv, packaged: false, folder: '/' })).toBe(folder);
  });
});

describe('A switch that opens the app up (S28)', () => {
  const started = (isPackaged: boolean, name: string) =>
    refusedSwitch({ isPackaged, commandLine: { hasSwitch: (asked: string) => asked === name } } as unknown as App);

  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'no-sandbox',
    'disable-web-security',
    'load-extension',
    'js-flags',
  ])('is refused in a packed app: %s', (name) => {
    expect(started(true, name)).toBe(name);
  });

  it('does not stop a developer, and others stop nobody', () => {
    expect(started(false, 'no-sandbox')).toBeNull();
    expect(started(true, 'force-device-scale-factor')).toBeNull();
  });
});
