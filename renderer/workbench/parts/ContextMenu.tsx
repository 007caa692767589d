import { useStore } from 'zustand';
import { Menu } from '../../base/Menu.tsx';
import { useShell } from '../useShell.ts';
import { menuEntries } from './menuEntries.ts';

/** The context menu that is open, wherever it was opened. */
export function ContextMenu() {
  const shell = useShell();
  const open = useStore(shell.state, (state) => state.menu);
  if (!open) return null;
  return (
    <Menu
      key={`${open.x} ${open.y}`}
      label={open.label ?? 'Context menu'}
      groups={menuEntries(shell, open.menu, { args: open.args, facts: open.facts })}
      x={open.x}
      y={open.y}
      onClose={() => {
        if (open.origin instanceof HTMLElement) open.origin.focus();
        shell.state.setState({ menu: null });
      }}
    />
  );
}
