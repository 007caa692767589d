import type { Command } from '../../platform/command.ts';
import { focusFront, isFocusLost } from '../editors/focusFront.ts';
import type { Shell } from '../shell.ts';

/** Nothing but the editors: all bars go, and come back as they were. */
export function zenCommands(shell: Shell): readonly Command[] {
  return [
    {
      id: 'view.zen',
      category: 'View',
      title: 'Toggle Zen Mode',
      key: 'CtrlCmd+K Z',
      checked: 'zen',
      menu: { menu: 'view', group: '3_parts', order: 3, title: 'Zen Mode' },
      run: () => toggleZen(shell),
    },
    {
      id: 'view.hideAmounts',
      category: 'View',
      title: 'Toggle Presentation Mode (Amounts Hidden)',
      checked: 'amountsHidden',
      menu: { menu: 'view', group: '3_parts', order: 4, title: 'Hide Amounts' },
      run: () => toggleAmounts(shell),
    },
    {
      id: 'view.screenReader',
      category: 'View',
      title: 'Toggle Screen Reader Mode',
      key: 'Shift+Alt+F1',
      run: () => toggleScreenReader(shell),
    },
  ];
}

async function toggleAmounts({ rpc, settings, notifications }: Shell): Promise<void> {
  const now = await rpc('settings.set', { hideAmounts: !settings.getState().hideAmounts });
  settings.setState(now);
  notifications.announce(
    now.hideAmounts ? 'Amounts are hidden, in copies too. Files that are written hold them.' : 'Amounts are shown',
  );
}

async function toggleScreenReader({ rpc, settings, notifications }: Shell): Promise<void> {
  const now = await rpc('settings.set', { screenReader: !settings.getState().screenReader });
  settings.setState(now);
  notifications.announce(`Texts that are edited are ${now.screenReader ? '' : 'no longer '}given to the screen reader`);
}

function toggleZen({ state, layout, commands, notifications }: Shell): void {
  const { zen } = state.getState();
  const { sideBar, panel } = layout.getState();
  state.setState({ zen: zen ? null : { sideBar: sideBar.visible, panel: panel.visible } });
  layout.setState({
    sideBar: { ...sideBar, visible: zen?.sideBar ?? false },
    panel: { ...panel, visible: zen?.panel ?? false },
  });
  const keys = commands.keyOf('view.zen');
  if (zen) notifications.announce('Zen mode is off');
  else notifications.show('info', `Zen mode: ${keys ?? 'the command Toggle Zen Mode'} leaves it.`);
  requestAnimationFrame(() => isFocusLost() && focusFront(layout.getState().grid.active));
}
