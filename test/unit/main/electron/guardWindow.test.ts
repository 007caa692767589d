import { EventEmitter } from 'node:events';
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { guardWindow } from '../../../../main/electron/guardWindow.ts';
import { silentLog } from '../../../../main/platform/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window whose page lets go after so many times of asking; the user, where asked, chooses the button. */
function windowOfTest({ letsGoAfter, button = 0 }: { readonly letsGoAfter: number; readonly button?: number }) {
  const done: string[] = [];
  const contents = Object.assign(new EventEmitter(), { reload: () => void done.push('reload') });
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      app.emit('before-quit');
      window.close();
    },
  });
  let asked = 0;
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    isDestroyed: () => false,
    close() {
      window.emit('close');
      asked += 1;
      let stays = asked <= letsGoAfter;
      if (stays) contents.emit('will-prevent-unload', { preventDefault: () => (stays = false) });
      if (!stays) done.push('closed');
    },
  });
  const dialog = {
    showMessageBoxSync: () => (done.push('asked'), button),
    showMessageBox: async () => (done.push('told'), { response: button }),
  };
  guardWindow({ app, window, dialog, log: silentLog } as never);
  return { app, window, contents, done };
}

describe('a window that still keeps unsaved work (F18)', () => {
  it.each(['close', 'quit'] as const)(
    'asked to %s, is asked again until it is kept, and nobody is bothered',
    async (how) => {
      const { app, window, done } = windowOfTest({ letsGoAfter: 3 });
      if (how === 'quit') app.quit();
      else window.close();
      expect(done).toEqual([]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(done).toEqual(['closed']);
    },
  );

  it('and cannot keep it, asks whether it is to be lost, and stays where it is not', async () => {
    const { window, done } = windowOfTest({ letsGoAfter: Infinity });
    window.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual(['asked']);
  });

  it('and is given up, closes', async () => {
    const { window, done } = windowOfTest({ letsGoAfter: Infinity, button: 1 });
    window.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual(['asked', 'closed']);
  });
});

describe('a page that crashed (F19)', () => {
  const crash = { reason: 'crashed', exitCode: 5 };

  it('is opened again; one that crashes again and again is asked about', async () => {
    const { contents, done } = windowOfTest({ letsGoAfter: 0 });
    contents.emit('render-process-gone', {}, crash);
    contents.emit('render-process-gone', {}, crash);
    expect(done).toEqual(['reload', 'reload']);
    contents.emit('render-process-gone', {}, crash);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['reload', 'reload', 'told', 'reload']);
    await vi.advanceTimersByTimeAsync(120_000);
    contents.emit('render-process-gone', {}, crash);
    expect(done.at(-1)).toBe('reload');
    expect(done).toHaveLength(5);
  });

  it('is left alone where it ended as it should', () => {
    const { contents, done } = windowOfTest({ letsGoAfter: 0 });
    contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(done).toEqual([]);
  });
});
