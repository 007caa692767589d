import type { Command } from '../../platform/command.ts';
import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { chooseTheme, toggleTheme } from './chooseTheme.ts';
import { followFiles } from './followFiles.ts';
import { ThemeStatus } from './ThemeStatus.tsx';

const category = 'Preferences';

export const settingsContribution: Contribution = {
  id: 'settings',
  statusItems: [{ id: 'theme', side: 'right', order: 90, component: ThemeStatus }],
  editors: [
    {
      scheme: 'settings',
      title: () => 'Settings',
      icon: 'settings-gear',
      load: () => import('./SettingsEditor.tsx').then((module) => module.SettingsEditor),
    },
    {
      scheme: 'keys',
      title: () => 'Keyboard Shortcuts',
      icon: 'keyboard',
      load: () => import('./keys/KeysEditor.tsx').then((module) => module.KeysEditor),
    },
  ],
  commands: [
    {
      id: 'settings.open',
      category,
      title: 'Open Settings',
      key: 'CtrlCmd+,',
      menu: [
        { menu: 'activity/gear', group: '1_settings', order: 1, title: 'Settings' },
        { menu: 'file', group: '8_preferences', order: 1, title: 'Settings' },
      ],
      run: ({ editors }) => editors.open('settings:'),
    },
    opens('settings.openFile', 'Open User Settings (JSON)', 'user:settings.json'),
    {
      ...opens('settings.openWorkspaceFile', 'Open Workspace Settings (JSON)', 'workspace:settings.json'),
      when: 'workspaceOpen',
    },
    {
      id: 'keys.open',
      category,
      title: 'Open Keyboard Shortcuts',
      key: 'CtrlCmd+K CtrlCmd+S',
      menu: [
        { menu: 'activity/gear', group: '1_settings', order: 2, title: 'Keyboard Shortcuts' },
        { menu: 'file', group: '8_preferences', order: 2, title: 'Keyboard Shortcuts' },
      ],
      run: ({ editors }) => editors.open('keys:'),
    },
    {
      id: 'keys.export',
      category,
      title: 'Export Keyboard Shortcuts',
      when: 'workspaceOpen',
      run: async (workbench) => (await import('./keys/exportKeys.ts')).exportKeys(workbench),
    },
    opens('keys.openFile', 'Open Keyboard Shortcuts (JSON)', 'user:keybindings.json'),
    {
      id: 'settings.colorTheme',
      category,
      title: 'Color Theme…',
      key: 'CtrlCmd+K CtrlCmd+T',
      menu: [
        { menu: 'activity/gear', group: '2_look', order: 1 },
        { menu: 'file', group: '8_preferences', order: 3 },
      ],
      run: chooseTheme,
    },
    {
      id: 'settings.toggleTheme',
      category,
      title: 'Toggle between Light and Dark Theme',
      run: toggleTheme,
    },
    ...actCommands('Preferences', {
      'settings.reset': 'Reset Setting',
      'keys.add': 'Add Keybinding…',
      'keys.change': 'Change Keybinding…',
      'keys.remove': 'Remove Keybinding',
      'keys.reset': 'Reset Keybinding',
      'keys.searchByKey': 'Search by Key',
      'keys.showConflicts': 'Show Conflicts of Keys',
    }),
  ],
  start: followFiles,
};

function opens(id: string, title: string, document: string): Command {
  return { id, category, title, run: ({ editors }) => editors.open(`text:${document}`) };
}
