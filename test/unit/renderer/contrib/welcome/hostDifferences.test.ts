import { describe, expect, it } from 'vitest';
import { keptByBrowser } from '../../../../../renderer/contrib/welcome/hostDifferences.ts';
import { defaultBindings } from '../../../../../renderer/platform/keyBindings.ts';

const command = (id: string, key: string | readonly string[]) => ({ id, title: id, key, run: () => undefined });
const kept = (...keys: readonly (string | readonly string[])[]) =>
  keptByBrowser(
    defaultBindings(
      keys.map((key, at) => command(`c${at}`, key)),
      false,
    ),
  ).map(({ key, instead }) => [key, instead]);

describe('keys that a browser keeps for its tabs and windows', () => {
  it('are told with the key that the command has beside', () => {
    expect(kept(['CtrlCmd+W', 'Alt+W'])).toEqual([['Ctrl+W', 'Alt+W']]);
    expect(kept(['CtrlCmd+PageDown', 'Ctrl+Tab'])).toEqual([
      ['Ctrl+PageDown', null],
      ['Ctrl+Tab', null],
    ]);
    expect(kept('CtrlCmd+Shift+T')).toEqual([['Ctrl+Shift+T', null]]);
  });

  it('are no others', () => {
    expect(kept('CtrlCmd+P', 'CtrlCmd+Shift+PageDown', 'CtrlCmd+K CtrlCmd+W', 'F6', 'Alt+F4')).toEqual([]);
  });
});
