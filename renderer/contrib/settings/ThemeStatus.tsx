import { useStore } from 'zustand';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { StatusButton } from '../../workbench/parts/StatusButton.tsx';

const names = { light: 'Light', dark: 'Dark', 'hc-light': 'Light HC', 'hc-dark': 'Dark HC', system: 'System' };

export function ThemeStatus() {
  const { settings, commands } = useWorkbench();
  const theme = useStore(settings, (state) => state.theme);
  return (
    <StatusButton
      icon="color-mode"
      label={`Color theme ${names[theme]}: change`}
      onClick={() => void commands.run('settings.colorTheme')}
    >
      {names[theme]}
    </StatusButton>
  );
}
