import type { Command } from '../../platform/command.ts';
import { activeGroup } from '../editors/grid.ts';
import type { Shell } from '../shell.ts';

const category = 'View';

export function crumbCommands({ layout, settings, rpc, notifications }: Shell): readonly Command[] {
  const row = (): HTMLElement | null =>
    document.querySelector<HTMLElement>(`[data-group="${activeGroup(layout.getState().grid).id}"] .breadcrumbs`);
  return [
    {
      id: 'breadcrumbs.focus',
      category,
      title: 'Focus Breadcrumbs',
      key: ['CtrlCmd+Shift+.', 'CtrlCmd+Shift+;'],
      when: 'editor',
      menu: { menu: 'view', group: '4_focus', order: 2 },
      run: () => {
        const last = row()?.querySelector<HTMLElement>('.crumb[aria-current]');
        if (last) last.focus();
        else notifications.announce('There are no breadcrumbs here');
      },
    },
    {
      id: 'breadcrumbs.toggle',
      category,
      title: 'Toggle Breadcrumbs',
      checked: 'breadcrumbs',
      menu: { menu: 'view', group: '3_parts', order: 3, title: 'Breadcrumbs' },
      run: async () => {
        settings.setState(await rpc('settings.set', { breadcrumbs: !settings.getState().breadcrumbs }));
      },
    },
  ];
}
