import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../../../main/electron/window.ts';
import { openPlace } from '../../../../main/electron/windowPlace.ts';
import { exposed, invoked, listeners } from '../../../support/electronStub.ts';
import '../../../../main/electron/preload.ts';

interface Bridge {
  call(text: string): Promise<string>;
  on(listener: (...args: unknown[]) => void): () => void;
}

describe('The preload (S22)', () => {
  const bridge = exposed['drawdown'] as Bridge;

  it('exposes one object of functions and nothing else', () => {
    expect(Object.keys(exposed)).toEqual(['drawdown']);
    expect(Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`)).toEqual([
      'call: function',
      'on: function',
    ]);
  });

  it('passes a call on as text over the one channel', async () => {
    await bridge.call('{}');
    await bridge.call({ toString: () => 'text' } as unknown as string);
    expect(invoked).toEqual([
      ['drawdown:call', '{}'],
      ['drawdown:call', 'text'],
    ]);
  });

  it('hands the page the text of an event without Electron’s event object, until it stops listening', () => {
    const heard: unknown[][] = [];
    const stop = bridge.on((...args) => heard.push(args));
    expect(listeners[0]?.channel).toBe('drawdown:event');
    listeners[0]!.listener({ sender: 'electron' }, 'news');
    expect(heard).toEqual([['news']]);
    stop();
    expect(listeners).toEqual([]);
  });
});

it('The window is walled in', () => {
  const place = openPlace(null, []);
  expect(windowOptions({ preload: '/app/preload.cjs', devTools: false, icon: '', place }).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    devTools: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
});
