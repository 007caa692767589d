import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardContents, guardSession } from '../../../../main/electron/guards.ts';

class Contents extends EventEmitter {
  windowOpen: ((details: { url: string }) => unknown) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown) {
    this.windowOpen = handler;
  }
}

function guardedContents(): Contents {
  const app = new EventEmitter();
  guardContents(app as unknown as App);
  const contents = new Contents();
  app.emit('web-contents-created', {}, contents);
  return contents;
}

function isPrevented(contents: Contents, event: string, url: string, facts: object = {}): boolean {
  let prevented = false;
  contents.emit(event, { url, ...facts, preventDefault: () => (prevented = true) });
  return prevented;
}

describe('A page (S24, S25)', () => {
  const moves = ['will-navigate', 'will-redirect', 'will-frame-navigate'];

  it.each(moves)('is stopped on %s to elsewhere, and may be loaded again', (move) => {
    const contents = guardedContents();
    expect(isPrevented(contents, move, 'https://example.com/')).toBe(true);
    expect(isPrevented(contents, move, 'file:///etc/passwd')).toBe(true);
    expect(isPrevented(contents, move, 'javascript:alert(1)')).toBe(true);
    expect(isPrevented(contents, move, 'app://drawdown.evil.example/')).toBe(true);
    expect(isPrevented(contents, move, 'app://drawdown/')).toBe(false);
  });

  it('may write out a frame of its own, but not become one', () => {
    const contents = guardedContents();
    const written = (isMainFrame: boolean) =>
      isPrevented(contents, 'will-frame-navigate', 'about:srcdoc', { isMainFrame });
    expect([written(false), written(true)]).toEqual([false, true]);
    expect(isPrevented(contents, 'will-navigate', 'about:srcdoc')).toBe(true);
  });

  it('opens no window and embeds no page', () => {
    const contents = guardedContents();
    expect(contents.windowOpen?.({ url: 'app://drawdown/' })).toEqual({ action: 'deny' });
    expect(isPrevented(contents, 'will-attach-webview', 'app://drawdown/')).toBe(true);
  });
});

class FakeSession extends EventEmitter {
  readonly set: Record<string, (...args: never[]) => unknown> = {};
  readonly setPermissionRequestHandler = (handler: never) => void (this.set['request'] = handler);
  readonly setPermissionCheckHandler = (handler: never) => void (this.set['check'] = handler);
  readonly setDevicePermissionHandler = (handler: never) => void (this.set['device'] = handler);
  readonly setDisplayMediaRequestHandler = (handler: never) => void (this.set['display'] = handler);
  readonly setSpellCheckerLanguages = (languages: string[]) => void (this.languages = languages);
  readonly setSpellCheckerEnabled = (enabled: boolean) => void (this.spelling = enabled);
  readonly webRequest = { onBeforeRequest: (handler: never) => void (this.set['before'] = handler) };
  spelling = true;
  languages = ['en-US'];

  /** What a handler answers, by return or by callback. */
  ask(handler: string, ...args: readonly unknown[]): unknown {
    let answered: unknown;
    const returned = this.set[handler]!(...([...args, (answer: unknown) => (answered = answer)] as never[]));
    return answered ?? returned;
  }
}

describe('A session (S27)', () => {
  const session = new FakeSession();
  guardSession(session as unknown as Session);

  it.each([
    'geolocation',
    'notifications',
    'media',
    'clipboard-read',
    'openExternal',
    'usb',
    'fullscreen',
    'pointerLock',
  ])('denies %s, asked or looked up', (permission) => {
    expect(session.ask('request', {}, permission)).toBe(false);
    expect(session.ask('check', {}, permission)).toBe(false);
  });

  it('lets text be copied out', () => {
    expect(session.ask('check', {}, 'clipboard-sanitized-write')).toBe(true);
  });

  it('gives no device, no screen, no download and no dictionary', () => {
    expect(session.ask('device', {})).toBe(false);
    expect(session.ask('display', {})).toEqual({});
    expect([session.spelling, session.languages]).toEqual([false, []]);
    let prevented = false;
    session.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });

  it.each([
    ['app://drawdown/a.js', false],
    ['blob:app://drawdown/1', false],
    ['data:text/plain,x', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:80/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
  ])('%s is stopped: %s', (url, cancel) => {
    expect(session.ask('before', { url })).toEqual({ cancel });
  });
});
