import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';
import { StatusButton } from './StatusButton.tsx';

/** The bell: how many notices there were, and whether they are shown. */
export function BellStatus() {
  const { notifications, settings, commands } = useShell();
  const count = useStore(notifications.store, (now) => now.past.length);
  const quiet = useStore(settings, (now) => now.doNotDisturb);
  const words = count === 0 ? 'No notifications' : count === 1 ? '1 notification' : `${count} notifications`;
  return (
    <StatusButton
      icon={quiet ? (count > 0 ? 'bell-slash-dot' : 'bell-slash') : count > 0 ? 'bell-dot' : 'bell'}
      label={quiet ? `${words}, Do Not Disturb` : words}
      onClick={() => void commands.run('notifications.show')}
    />
  );
}
