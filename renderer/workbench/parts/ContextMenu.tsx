import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Menu } from '../../base/Menu.tsx';
import { useShell } from '../useShell.ts';
import { menuEntries } from './menuEntries.ts';

/** The context menu that is open, wherever it was opened. */
export function ContextMenu() {
  const shell = useShell();
  const open = useStore(shell.state, (state) => state.menu);
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (open) before.current ??= document.activeElement as HTMLElement | null;
    else before.current = null;
  }, [open]);
  if (!open) return null;
  const focused = document.activeElement as HTMLElement | null;
  const origin = focused?.closest('.menu') ? before.current : focused;
  before.current = origin;
  return (
    <Menu
      key={`${open.x} ${open.y}`}
      label="Context menu"
      groups={menuEntries(shell, open.menu, { args: open.args, facts: open.facts })}
      x={open.x}
      y={open.y}
      onClose={() => {
        before.current?.focus();
        shell.state.setState({ menu: null });
      }}
    />
  );
}
