import { settingList } from '../../../shared/rpc/settingList.ts';
import { actCommands } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';
import type { Shell } from '../shell.ts';

const category = 'Notifications';

export function noticeCommands({ notifications, settings, rpc, state }: Shell): readonly Command[] {
  return [
    {
      id: 'notifications.show',
      category,
      title: 'Show Notifications',
      key: 'CtrlCmd+K CtrlCmd+Shift+N',
      run: () => {
        // What the center shows was seen: it does not come up again.
        notifications.store.getState().queue.forEach((notice) => notifications.dismiss(notice.id));
        state.setState((now) => ({ notices: !now.notices }));
      },
    },
    {
      id: 'notifications.toggleDoNotDisturb',
      category,
      title: 'Toggle Do Not Disturb',
      run: async () => {
        const now = await rpc('settings.set', { doNotDisturb: !settings.getState().doNotDisturb });
        settings.setState(now);
        notifications.announce(now.doNotDisturb ? 'Do Not Disturb is on' : 'Do Not Disturb is off');
      },
    },
    {
      id: 'notifications.showAllAgain',
      category,
      title: 'Show All Notices Again',
      run: async () => {
        const off = settingList.filter(({ group, id }) => group === 'Notices' && settings.getState()[id] === false);
        const on = Object.fromEntries(off.map(({ id }) => [id, true]));
        settings.setState(await rpc('settings.set', on));
        notifications.announce('All notices are shown again');
      },
    },
    {
      id: 'notifications.clear',
      category,
      title: 'Clear All Notifications',
      run: () => {
        notifications.store.getState().queue.forEach((notice) => notifications.dismiss(notice.id));
        notifications.forget();
        notifications.announce('Notifications cleared');
      },
    },
    ...actCommands(category, {
      'notice.do': 'Do What a Notification Offers',
      'notice.forget': 'Remove a Notification',
      'notice.silence': 'Do Not Show Again',
    }),
  ];
}
