import { describe, expect, it } from 'vitest';
import { readKey, writeKey } from '../../../../renderer/platform/keyNames.ts';
import { rulesFor } from '../../../../renderer/contrib/settings/keys/rulesFor.ts';
import { keyBindings } from '../../../../renderer/platform/keyBindings.ts';
import { keyRows, searchRows } from '../../../../renderer/contrib/settings/keys/keyRows.ts';
import type { Command } from '../../../../renderer/platform/command.ts';

const run = () => undefined;
const save: Command = { id: 'file.save', category: 'File', title: 'Save', key: ['CtrlCmd+S', 'F12'], run };
const close: Command = { id: 'editor.close', category: 'View', title: 'Close Editor', key: 'CtrlCmd+W', run };

describe('keys as people write them', () => {
  it.each([
    ['ctrl+k ctrl+left', 'Ctrl+K Ctrl+ArrowLeft'],
    ['Shift+Alt+pageup', 'Shift+Alt+PageUp'],
    ['cmd++', 'Meta++'],
    ['f12', 'F12'],
  ])('%s is read', (text, key) => expect(readKey(text)).toBe(key));

  it.each(['', 'ctrl+', 'hyper+s', 'ctrl+save', 'a b c'])('%j is no key', (text) => expect(readKey(text)).toBeNull());

  it('are written as the file has them', () => {
    expect(writeKey('CtrlCmd+K CtrlCmd+ArrowLeft', false)).toBe('ctrl+k ctrl+left');
    expect(writeKey('CtrlCmd+S', true)).toBe('cmd+s');
  });
});

describe('a change of keys', () => {
  it('takes away what is no longer wanted and adds what is new, so that exactly the wanted keys hold', () => {
    const wanted = [
      { strokes: ['F12'], when: undefined },
      { strokes: ['Ctrl+W'], when: 'dirty' },
    ];
    const rules = rulesFor(save, wanted, false);
    expect(rules).toEqual([
      { key: 'ctrl+s', unbind: true, when: null },
      { key: 'ctrl+w', unbind: false, when: 'dirty' },
    ]);
    const place = { line: 1, column: 1, offset: 0, length: 0 };
    const kept = rules.map(({ key, unbind, when }) => ({ key, command: `${unbind ? '-' : ''}file.save`, when, place }));
    const bindings = keyBindings([save, close], kept, false);
    expect(bindings.filter(({ command }) => command === save).map(({ strokes, when }) => ({ strokes, when }))).toEqual(
      wanted,
    );
    const rows = keyRows([save, close], bindings, false);
    expect(rows.map(({ keys, conflicts }) => [keys, conflicts])).toEqual([
      ['Ctrl+W', ['View: Close Editor']],
      ['F12', []],
      ['Ctrl+W', ['File: Save']],
    ]);
    expect(searchRows(rows, '"ctrl+w"')).toHaveLength(2);
    expect(searchRows(rows, '@user @conflict')).toHaveLength(1);
    expect(searchRows(rows, 'close ctrl')).toHaveLength(1);
  });
});
