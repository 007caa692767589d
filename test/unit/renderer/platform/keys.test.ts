import { describe, expect, it } from 'vitest';
import { normalizeKey, printKey, strokeOf } from '../../../../renderer/platform/keys.ts';
import type { KeyPress } from '../../../../renderer/platform/keys.ts';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('keys', () => {
  it('CtrlCmd is Ctrl, and on a Mac Command', () => {
    expect(normalizeKey('CtrlCmd+Shift+P', false)).toEqual(['Ctrl+Shift+P']);
    expect(normalizeKey('CtrlCmd+Shift+P', true)).toEqual(['Shift+Meta+P']);
  });

  it('the order of modifiers and the case of the letter do not matter', () => {
    expect(normalizeKey('Shift+CtrlCmd+p', false)).toEqual(normalizeKey('CtrlCmd+Shift+P', false));
  });

  it('two strokes are two, and plus is a key too', () => {
    expect(normalizeKey('CtrlCmd+K CtrlCmd+T', false)).toEqual(['Ctrl+K', 'Ctrl+T']);
    expect(normalizeKey('CtrlCmd++', false)).toEqual(['Ctrl++']);
  });

  it('a press is told by the letter or digit on the key', () => {
    expect(strokeOf(press('p', 'KeyP', { ctrlKey: true }))).toBe('Ctrl+P');
    expect(strokeOf(press('P', 'KeyP', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+P');
    expect(strokeOf(press('!', 'Digit1', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+1');
    expect(strokeOf(press('π', 'KeyP', { metaKey: true, altKey: true }))).toBe('Alt+Meta+P');
    expect(strokeOf(press('\\', 'Backslash', { ctrlKey: true }))).toBe('Ctrl+\\');
    expect(strokeOf(press('>', 'Period', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+.');
    expect(strokeOf(press('{', 'BracketLeft', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+[');
    expect(strokeOf(press('}', 'BracketRight', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+]');
    expect(strokeOf(press('F8', 'F8', { shiftKey: true }))).toBe('Shift+F8');
  });

  it('on a keyboard with another layout the printed letter counts', () => {
    expect(strokeOf(press('z', 'KeyY', { ctrlKey: true }))).toBe('Ctrl+Z');
  });

  it('a modifier alone is no stroke', () => {
    expect(strokeOf(press('Control', 'ControlLeft', { ctrlKey: true }))).toBeNull();
  });

  it('keys are printed as each platform writes them', () => {
    expect(printKey('CtrlCmd+Shift+P', false)).toBe('Ctrl+Shift+P');
    expect(printKey('CtrlCmd+Shift+P', true)).toBe('⇧⌘P');
    expect(printKey('CtrlCmd+K CtrlCmd+T', false)).toBe('Ctrl+K Ctrl+T');
    expect(printKey('CtrlCmd+Alt+ArrowRight', false)).toBe('Ctrl+Alt+→');
  });
});
