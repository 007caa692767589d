import type { Command } from '../../platform/command.ts';
import { outputText } from '../parts/outputText.ts';
import type { Shell } from '../shell.ts';

const category = 'View';

export function outputCommands(shell: Shell): readonly Command[] {
  const { output, notifications } = shell;
  return [
    {
      id: 'output.copy',
      category,
      title: 'Copy Output',
      menu: { menu: 'output/context', group: '1_copy' },
      run: async () => {
        await navigator.clipboard.writeText(outputText(output.store.getState().lines));
        notifications.announce('Copied: all lines of Output');
      },
    },
    {
      id: 'output.clear',
      category,
      title: 'Clear Output',
      menu: { menu: 'output/context', group: '2_clear' },
      run: () => output.clear(),
    },
    {
      id: 'help.reportIssue',
      category: 'Help',
      title: 'Report Issue…',
      menu: [
        { menu: 'help', group: '8_issue' },
        { menu: 'output/context', group: '3_issue' },
      ],
      run: async () => (await import('../parts/reportIssue.ts')).reportIssue(shell),
    },
  ];
}
