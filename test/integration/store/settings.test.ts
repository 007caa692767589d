import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstSettings } from '../../../shared/rpc/settingList.ts';
import type { Settings } from '../../../shared/rpc/views.ts';
import { changeKeyRules, readKeyRules } from '../../../main/store/keyRules.ts';
import { makeSample } from '../../../main/store/sample.ts';
import { changeSettings, readSettings } from '../../../main/store/settings.ts';
import { recentFolders, rememberFolder } from '../../../main/store/recent.ts';
import { createUpload } from '../../../main/store/upload.ts';
import { readState, writeState } from '../../../main/store/workbenchState.ts';
import { freshFolder, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

function set(id: keyof Settings, value: unknown) {
  return { where: 'user', id, value } as const;
}

describe('settings', () => {
  it('are the first ones until some are changed, and then kept', async () => {
    const ports = portsIn(path.join(freshFolder(), 'home'));
    expect(valueOf(await readSettings(ports, null)).settings).toEqual(firstSettings);
    valueOf(await changeSettings(ports, null, [set('theme', 'hc-dark')]));
    valueOf(await changeSettings(ports, null, [set('zoom', 1)]));
    const { settings, user, workspace } = valueOf(await readSettings(portsIn(ports.appFolder), null));
    expect(settings).toEqual({ ...firstSettings, theme: 'hc-dark', zoom: 1 });
    expect(user).toMatchObject({ values: { theme: 'hc-dark', zoom: 1 }, problems: [] });
    expect(workspace).toBeNull();
  });

  it.each(['', 'null', '[]', '{"theme":"dark"', '{"theme":"dark",,}', '\0\0\0'])(
    'in a file that is damaged (%j) are told, and the file is never replaced (F23)',
    async (bad) => {
      const ports = portsIn(freshFolder());
      const file = path.join(ports.appFolder, 'settings.json');
      fs.writeFileSync(file, bad);
      expect(valueOf(await readSettings(ports, null)).user.problems).not.toEqual([]);
      expect(refusalOf(await changeSettings(ports, null, [set('zoom', 2)]))).toBe('damaged');
      expect(fs.readFileSync(file, 'utf8')).toBe(bad);
      expect(fs.readdirSync(ports.appFolder).filter((name) => name !== 'settings.json')).toEqual([]);
    },
  );

  it('that are wrong one by one are left out with their places, and the others hold', async () => {
    const ports = portsIn(freshFolder());
    const file = path.join(ports.appFolder, 'settings.json');
    const text = '{\n  "theme": "pink",\n  // mine\n  "zoom": 2,\n  "zom": 3,\n}\n';
    fs.writeFileSync(file, text);
    const { settings, user } = valueOf(await readSettings(ports, null));
    expect(settings).toEqual({ ...firstSettings, zoom: 2 });
    expect(user.problems).toMatchObject([
      { code: 'setting-value', severity: 'error', path: 'theme', place: { line: 2, column: 12 }, actual: '"pink"' },
      { code: 'unknown-setting', severity: 'warning', path: 'zom', place: { line: 5 }, suggestion: 'zoom' },
    ]);
    valueOf(await changeSettings(ports, null, [set('zoom', -1)]));
    expect(fs.readFileSync(file, 'utf8')).toBe(text.replace('"zoom": 2', '"zoom": -1'));
    valueOf(await changeSettings(ports, null, [set('theme', undefined)]));
    expect(fs.readFileSync(file, 'utf8')).not.toContain('pink');
    expect(fs.readFileSync(file, 'utf8')).toContain('// mine');
  });

  it('of a workspace go before the user’s, except for those that are the user’s alone (S33)', async () => {
    const ports = portsIn(freshFolder());
    const folder = freshFolder();
    valueOf(await changeSettings(ports, folder, [set('textSize', 15), set('wordWrap', true)]));
    valueOf(await changeSettings(ports, folder, [{ where: 'workspace', id: 'textSize', value: 20 }]));
    expect(valueOf(await readSettings(ports, folder)).settings).toMatchObject({ textSize: 20, wordWrap: true });
    expect(valueOf(await readSettings(ports, null)).settings).toMatchObject({ textSize: 15, wordWrap: true });
    fs.writeFileSync(path.join(folder, '.drawdown', 'settings.json'), '{ "zoom": 6 }');
    const { settings, workspace } = valueOf(await readSettings(ports, folder));
    expect(settings.zoom).toBe(0);
    expect(workspace?.problems).toMatchObject([{ code: 'setting-scope', path: 'zoom' }]);
    expect(refusalOf(await changeSettings(ports, null, [{ where: 'workspace', id: 'textSize', value: 9 }]))).toBe(
      'missing',
    );
  });

  it('keep each of many changes at once (F17)', async () => {
    const ports = portsIn(freshFolder());
    const folders = Array.from({ length: 15 }, (_, number) => `/books/${number}`);
    await Promise.all(folders.map((folder) => rememberFolder(ports, folder)));
    expect(new Set(valueOf(await recentFolders(ports)))).toEqual(new Set(folders));
  });

  it('lie in files that only the user can read (S39)', async () => {
    const ports = portsIn(path.join(freshFolder(), 'home'));
    valueOf(await changeSettings(ports, null, [set('zoom', 1)]));
    expect(fs.statSync(ports.appFolder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(ports.appFolder, 'settings.json')).mode & 0o777).toBe(0o600);
  });
});

describe('the user’s keys', () => {
  it('are put in the place of what the file says of a command, and the rest stays as it is', async () => {
    const ports = portsIn(freshFolder());
    expect(valueOf(await readKeyRules(ports)).rules).toEqual([]);
    const file = path.join(ports.appFolder, 'keybindings.json');
    fs.writeFileSync(
      file,
      '[\n  // kept\n  { "key": "ctrl+b", "command": "bill.open" },\n  { "key": "f9", "command": "file.save" }\n]\n',
    );
    const rules = [
      { key: 'ctrl+s', unbind: true, when: null },
      { key: 'ctrl+shift+s', unbind: false, when: 'editor == text' },
    ];
    valueOf(await changeKeyRules(ports, 'file.save', rules));
    expect(fs.readFileSync(file, 'utf8')).toContain('// kept');
    expect(valueOf(await readKeyRules(ports)).rules).toMatchObject([
      { key: 'ctrl+b', command: 'bill.open', when: null, place: { line: 3 } },
      { key: 'ctrl+s', command: '-file.save' },
      { key: 'ctrl+shift+s', command: 'file.save', when: 'editor == text' },
    ]);
    valueOf(await changeKeyRules(ports, 'file.save', []));
    expect(valueOf(await readKeyRules(ports)).rules).toMatchObject([{ key: 'ctrl+b' }]);
  });

  it('in a file that is damaged are told one by one, and the file is never replaced', async () => {
    const ports = portsIn(freshFolder());
    const file = path.join(ports.appFolder, 'keybindings.json');
    const bad = '[{ "key": "f9", "command": "file.save" }, { "key": 9, "command": "x" }, 7';
    fs.writeFileSync(file, bad);
    const { rules, problems } = valueOf(await readKeyRules(ports));
    expect(rules).toMatchObject([{ key: 'f9' }]);
    expect(problems.map((each) => each.path)).toEqual(['', '[1]', '[2]']);
    expect(refusalOf(await changeKeyRules(ports, 'file.save', []))).toBe('damaged');
    expect(fs.readFileSync(file, 'utf8')).toBe(bad);
  });
});

describe('the state of the workbench', () => {
  it('is kept by folder and key, whatever the key is called (F27)', async () => {
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

describe('a sample (F48)', () => {
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
