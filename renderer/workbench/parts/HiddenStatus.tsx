import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';
import { StatusButton } from './StatusButton.tsx';

/** Says that amounts are hidden, while they are. */
export function HiddenStatus() {
  const { settings, commands } = useShell();
  const hidden = useStore(settings, (now) => now.hideAmounts);
  if (!hidden) return null;
  return (
    <StatusButton
      icon="eye-closed"
      label="Amounts are hidden: show them"
      onClick={() => void commands.run('view.hideAmounts')}
    >
      Amounts hidden
    </StatusButton>
  );
}
