import type { Command } from '../../platform/command.ts';
import type { Shell } from '../shell.ts';

export function helpCommands({ context }: Shell): readonly Command[] {
  return [
    {
      id: 'help.welcome',
      category: 'Help',
      title: 'Welcome',
      menu: { menu: 'help', group: '1_start', order: 1 },
      run: ({ editors }) => editors.open('welcome:'),
    },
    {
      id: 'help.about',
      category: 'Help',
      title: 'About Drawdown',
      menu: { menu: 'help', group: '9_about' },
      run: async ({ dialogs }) => {
        const where = context.get('electron') ? 'as an app of its own' : 'in your browser';
        await dialogs.confirm({
          title: 'Drawdown',
          text: `Simulates, forecasts and audits bills of usage credits. It runs ${where}, on local files, and sends nothing anywhere.`,
          cancel: null,
          actions: [{ id: 'ok', title: 'OK' }],
        });
      },
    },
  ];
}
