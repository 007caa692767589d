import { EventEmitter } from 'node:events';
import type { Input, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { openToolsByKey } from '../../../../main/electron/developerTools.ts';
import { windowOptions } from '../../../../main/electron/window.ts';
import { openPlace } from '../../../../main/electron/windowPlace.ts';

const still = { type: 'keyDown', control: false, shift: false, meta: false, alt: false };

function pressed(key: Partial<Input>): { readonly toggled: number; readonly kept: boolean } {
  let toggled = 0;
  let kept = true;
  const contents = Object.assign(new EventEmitter(), { toggleDevTools: () => void toggled++ });
  openToolsByKey(contents as unknown as WebContents);
  contents.emit('before-input-event', { preventDefault: () => (kept = false) }, { ...still, ...key });
  return { toggled, kept };
}

describe('The keys of the developer tools (S30)', () => {
  it.each([{ key: 'F12' }, { key: 'I', control: true, shift: true }, { key: 'i', meta: true, alt: true }])(
    '%j opens them',
    (key) => {
      expect(pressed(key)).toEqual({ toggled: 1, kept: false });
    },
  );

  it.each([{ key: 'i', control: true }, { key: 'F11' }, { key: 'F12', type: 'keyUp' as const }])(
    '%j is left to the page',
    (key) => {
      expect(pressed(key)).toEqual({ toggled: 0, kept: true });
    },
  );

  it('do nothing in a window that was made without', () => {
    expect(
      windowOptions({ preload: '', devTools: false, icon: '', place: openPlace(null, []) }).webPreferences?.devTools,
    ).toBe(false);
  });
});
