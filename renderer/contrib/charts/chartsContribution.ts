import { chartOuts } from '../../charts/chartOuts.ts';
import { actCommand } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';
import type { Contribution } from '../../platform/contribution.ts';

type ChartCommand = Pick<Command, 'id' | 'title' | 'key'>;

const views: readonly ChartCommand[] = [
  { id: 'chart.zoomIn', title: 'Zoom In', key: ['+', 'Shift++', '='] },
  { id: 'chart.zoomOut', title: 'Zoom Out', key: ['-', 'Shift+_'] },
  { id: 'chart.showAll', title: 'Show All', key: ['0', 'Shift+0'] },
  { id: 'chart.panLeft', title: 'Move Left', key: 'Shift+ArrowLeft' },
  { id: 'chart.panRight', title: 'Move Right', key: 'Shift+ArrowRight' },
];

/** What can be done with the chart that has the focus, or the only one, or one that is chosen. */
export const chartsContribution: Contribution = {
  id: 'charts',
  commands: [
    ...views.map((command) => chartCommand(command, '1_view')),
    chartCommand({ id: 'chart.table', title: 'Show as Table or Chart' }, '2_table'),
    ...chartOuts.map(({ id, title, how }) => chartCommand({ id, title }, how === 'copy' ? '3_copy' : '4_save')),
  ],
};

function chartCommand(command: ChartCommand, group: string): Command {
  const keyWhen = 'at.zoomable && !inputFocus';
  return actCommand({ ...command, keyWhen, category: 'Chart', menu: { menu: 'here', group } });
}
