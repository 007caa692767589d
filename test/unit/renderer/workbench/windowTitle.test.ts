import { describe, expect, it } from 'vitest';
import { windowTitle } from '../../../../renderer/workbench/windowTitle.ts';

describe('the title of the window', () => {
  it('names file and folder, and marks what is not saved', () => {
    const shown = { editor: 'customers/acme.scenario.json', dirty: false, folder: 'forecasts' };
    expect(windowTitle(shown)).toBe('acme.scenario.json – forecasts – Drawdown');
    expect(windowTitle({ ...shown, dirty: true })).toBe('● acme.scenario.json – forecasts – Drawdown');
  });

  it('does without what is not there', () => {
    expect(windowTitle({ editor: 'Welcome', dirty: false, folder: null })).toBe('Welcome – Drawdown');
    expect(windowTitle({ editor: null, dirty: false, folder: 'forecasts' })).toBe('forecasts – Drawdown');
    expect(windowTitle({ editor: '', dirty: true, folder: null })).toBe('Drawdown');
  });

  it('shows a file of the user’s own by its name alone', () => {
    expect(windowTitle({ editor: 'user:settings.json', dirty: false, folder: null })).toBe('settings.json – Drawdown');
  });
});
