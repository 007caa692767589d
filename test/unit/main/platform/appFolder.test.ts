import { describe, expect, it } from 'vitest';
import { appFolder } from '../../../../main/platform/appFolder.ts';

describe("the app's own folder", () => {
  it('is where DRAWDOWN_HOME says, before all else', () => {
    const env = { DRAWDOWN_HOME: '/srv/own', XDG_DATA_HOME: '/xdg', APPDATA: '/roaming' };
    expect(appFolder({ env, platform: 'linux', home: '/home/ada' })).toBe('/srv/own');
  });

  it('follows each system', () => {
    expect(appFolder({ env: {}, platform: 'linux', home: '/home/ada' })).toBe('/home/ada/.local/share/drawdown');
    expect(appFolder({ env: { XDG_DATA_HOME: '/xdg' }, platform: 'linux', home: '/h' })).toBe('/xdg/drawdown');
    expect(appFolder({ env: { XDG_DATA_HOME: 'xdg' }, platform: 'linux', home: '/h' })).toBe(
      '/h/.local/share/drawdown',
    );
    expect(appFolder({ env: {}, platform: 'darwin', home: '/u/ada' })).toBe(
      '/u/ada/Library/Application Support/Drawdown',
    );
    expect(appFolder({ env: { APPDATA: '/roaming' }, platform: 'win32', home: '/u' })).toBe('/roaming/Drawdown');
  });
});
