import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSample } from '../../../main/store/sample.ts';
import { changeSettings, readSettings } from '../../../main/store/settings.ts';
import { recentFolders, rememberFolder } from '../../../main/store/recent.ts';
import { createUpload } from '../../../main/store/upload.ts';
import { readState, writeState } from '../../../main/store/workbenchState.ts';
import { freshFolder, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

describe('settings', () => {
  it('are the first ones until some are changed, and then kept', async () => {
    const ports = portsIn(path.join(freshFolder(), 'home'));
    expect(valueOf(await readSettings(ports)).settings).toEqual({ theme: 'system', zoom: 0 });
    valueOf(await changeSettings(ports, { theme: 'dark' }));
    valueOf(await changeSettings(ports, { zoom: 1 }));
    expect(valueOf(await readSettings(portsIn(ports.appFolder)))).toEqual({
      settings: { theme: 'dark', zoom: 1 },
      damage: null,
    });
  });

  it.each(['', 'null', '[]', '{"theme":"dark"', '\0\0\0', '{"theme":"pink","zoom":0}'])(
    'that are damaged (%j) are told, and kept when they are changed',
    async (bad) => {
      const ports = portsIn(freshFolder());
      const file = path.join(ports.appFolder, 'settings.json');
      fs.writeFileSync(file, bad);
      const read = valueOf(await readSettings(ports));
      expect(read.settings.theme).toBe('system');
      expect(read.damage).not.toBeNull();
      expect(fs.readFileSync(file, 'utf8')).toBe(bad);
      valueOf(await changeSettings(ports, { zoom: 2 }));
      const kept = fs.readdirSync(ports.appFolder).filter((name) => name.startsWith('settings.damaged-'));
      expect(kept.map((name) => fs.readFileSync(path.join(ports.appFolder, name), 'utf8'))).toEqual([bad]);
      expect(valueOf(await readSettings(ports))).toEqual({ settings: { theme: 'system', zoom: 2 }, damage: null });
    },
  );

  it('keep each of many changes at once', async () => {
    const ports = portsIn(freshFolder());
    const folders = Array.from({ length: 15 }, (_, number) => `/books/${number}`);
    await Promise.all(folders.map((folder) => rememberFolder(ports, folder)));
    expect(new Set(valueOf(await recentFolders(ports)))).toEqual(new Set(folders));
  });

  it('lie in files that only the user can read', async () => {
    const ports = portsIn(path.join(freshFolder(), 'home'));
    valueOf(await changeSettings(ports, { zoom: 1 }));
    expect(fs.statSync(ports.appFolder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(ports.appFolder, 'settings.json')).mode & 0o777).toBe(0o600);
  });
});

describe('the state of the workbench', () => {
  it('is kept by folder and key, whatever the key is called', async () => {
    const ports = portsIn(freshFolder());
    valueOf(await writeState(ports, { folder: '/a', key: '__proto__', value: 'layout' }));
    valueOf(await writeState(ports, { folder: '/a', key: 'toString', value: 'open' }));
    expect(valueOf(await readState(ports, '/a', '__proto__'))).toBe('layout');
    expect(valueOf(await readState(ports, '/a', 'toString'))).toBe('open');
    expect(valueOf(await readState(ports, '/b', 'toString'))).toBeNull();
    expect(valueOf(await readState(ports, '/a', 'constructor'))).toBeNull();
  });
});

describe('an upload', () => {
  it('gathers its pieces in order, lies on disk unreadable to others, and is removed', async () => {
    const ports = portsIn(freshFolder());
    const upload = valueOf(await createUpload(ports, '../evil.csv'));
    const pieces = ['at,credits\n', '2026-01-01,', '1\n'];
    await Promise.all(pieces.map((text) => upload.append(Buffer.from(text))));
    await upload.close();
    let text = '';
    for await (const chunk of upload.chunks()) text += Buffer.from(chunk).toString();
    expect(text).toBe(pieces.join(''));
    expect(upload.bytes()).toBe(text.length);
    expect(path.dirname(upload.absolute)).toBe(path.join(ports.appFolder, 'uploads'));
    expect(fs.readFileSync(upload.absolute).includes('credits')).toBe(false);
    await upload.remove();
    expect(fs.existsSync(upload.absolute)).toBe(false);
  });
});

describe('a sample', () => {
  it('is a fresh copy each time, apart from everything else', async () => {
    const ports = portsIn(freshFolder());
    const files = [{ path: 'usage/jan.csv', content: 'at,credits\n' }];
    const first = valueOf(await makeSample(ports, 'growing', files));
    const second = valueOf(await makeSample(ports, 'growing', files));
    expect(first).not.toBe(second);
    expect(path.basename(first)).toBe('growing');
    expect(fs.readFileSync(path.join(second, 'usage/jan.csv'), 'utf8')).toBe('at,credits\n');
    expect(refusalOf(await makeSample(ports, '../growing', files))).toBe('bad-name');
  });
});
