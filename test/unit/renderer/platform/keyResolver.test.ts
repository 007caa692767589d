import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../renderer/platform/command.ts';
import { createContextKeys } from '../../../../renderer/platform/createContextKeys.ts';
import { keyBindings } from '../../../../renderer/platform/keyBindings.ts';
import { createKeyResolver } from '../../../../renderer/platform/keyResolver.ts';

function command(id: string, key: string, when?: string): Command {
  return { id, title: id, key, ...(when === undefined ? {} : { when }), run: () => undefined };
}

function ctrl(letter: string) {
  const code = `Key${letter.toUpperCase()}`;
  return { key: letter, code, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
}

const commands = [
  command('save', 'CtrlCmd+S', 'document'),
  command('theme', 'CtrlCmd+K CtrlCmd+T'),
  command('open', 'CtrlCmd+O'),
  command('openLedger', 'CtrlCmd+O', 'editor == ledger'),
];

describe('what a key press means', () => {
  it('runs a command only where its condition holds', () => {
    const context = createContextKeys();
    const resolve = createKeyResolver(() => keyBindings(commands, [], false), context);
    expect(resolve(ctrl('s'))).toEqual({ kind: 'none' });
    context.set('document', true);
    expect(resolve(ctrl('s'))).toMatchObject({ kind: 'run', command: { id: 'save' } });
  });

  it('of two commands with one key the later one that applies runs', () => {
    const context = createContextKeys();
    const resolve = createKeyResolver(() => keyBindings(commands, [], false), context);
    expect(resolve(ctrl('o'))).toMatchObject({ command: { id: 'open' } });
    context.set('editor', 'ledger');
    expect(resolve(ctrl('o'))).toMatchObject({ command: { id: 'openLedger' } });
  });

  it('the user’s own keys go before those of the commands, where they hold, and take them away', () => {
    const context = createContextKeys();
    const place = { line: 1, column: 1, offset: 0, length: 1 };
    const rules = [
      { key: 'ctrl+o', command: 'theme', when: 'editor == bill', place },
      { key: 'ctrl+k ctrl+t', command: '-theme', when: null, place },
      { key: 'ctrl+p', command: 'open', when: 'editor ==', place },
    ];
    const resolve = createKeyResolver(() => keyBindings(commands, rules, false), context);
    expect(resolve(ctrl('o'))).toMatchObject({ command: { id: 'open' } });
    context.set('editor', 'bill');
    expect(resolve(ctrl('o'))).toMatchObject({ command: { id: 'theme' } });
    expect(resolve(ctrl('k'))).toEqual({ kind: 'none' });
    expect(resolve(ctrl('p'))).toEqual({ kind: 'none' });
  });

  it('waits for the second stroke, and says when there is no such key', () => {
    const resolve = createKeyResolver(() => keyBindings(commands, [], false), createContextKeys());
    expect(resolve(ctrl('k'))).toMatchObject({ kind: 'pending' });
    expect(resolve(ctrl('t'))).toMatchObject({ kind: 'run', command: { id: 'theme' } });
    resolve(ctrl('k'));
    expect(resolve(ctrl('x'))).toMatchObject({ kind: 'lost', strokes: 'Ctrl+K Ctrl+X' });
    expect(resolve(ctrl('t'))).toEqual({ kind: 'none' });
  });

  it('a modifier pressed between the strokes does not break them', () => {
    const resolve = createKeyResolver(() => keyBindings(commands, [], false), createContextKeys());
    resolve(ctrl('k'));
    expect(resolve({ ...ctrl('t'), key: 'Control', code: 'ControlLeft' })).toEqual({ kind: 'none' });
    expect(resolve(ctrl('t'))).toMatchObject({ kind: 'run', command: { id: 'theme' } });
  });
});
