import { useRef, useState } from 'react';
import { Menu } from '../../base/Menu.tsx';
import { rove } from '../../base/rove.ts';
import type { MenuId } from '../../platform/menuId.ts';
import { useShell } from '../useShell.ts';
import { menuEntries } from './menuEntries.ts';

const menus: readonly { readonly id: MenuId; readonly title: string }[] = [
  { id: 'file', title: 'File' },
  { id: 'edit', title: 'Edit' },
  { id: 'view', title: 'View' },
  { id: 'go', title: 'Go' },
  { id: 'run', title: 'Run' },
  { id: 'help', title: 'Help' },
];

interface OpenBarMenu {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

export function MenuBar() {
  const shell = useShell();
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement | null>(null);
  const [open, setOpen] = useState<OpenBarMenu | null>(null);
  const [stop, setStop] = useState(0);

  function button(at: number): HTMLElement | undefined {
    return [...(bar.current?.querySelectorAll<HTMLElement>('.menu-bar-item') ?? [])][at];
  }

  function show(next: number): void {
    const at = (next + menus.length) % menus.length;
    if (open === null && !bar.current?.contains(document.activeElement))
      before.current = document.activeElement as HTMLElement | null;
    const box = button(at)?.getBoundingClientRect();
    setStop(at);
    if (box) setOpen({ at, x: box.left, y: box.bottom + 2 });
  }

  function close(chosen: boolean): void {
    const back = chosen ? before.current : button(open?.at ?? 0);
    setOpen(null);
    back?.focus();
  }

  return (
    <div ref={bar} className="menu-bar">
      <div role="menubar" aria-label="Menu" onKeyDown={(event) => rove(event, '.menu-bar-item')}>
        {menus.map(({ id, title }, at) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            className="menu-bar-item"
            aria-haspopup="menu"
            aria-expanded={open?.at === at}
            tabIndex={stop === at ? 0 : -1}
            onFocus={() => setStop(at)}
            onPointerDown={() => {
              if (open === null) before.current = document.activeElement as HTMLElement | null;
            }}
            onClick={() => (open?.at === at ? close(false) : show(at))}
            onPointerEnter={() => open !== null && open.at !== at && show(at)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.stopPropagation();
              show(at);
            }}
          >
            {title}
          </button>
        ))}
      </div>
      {open && (
        <Menu
          key={open.at}
          label={menus[open.at]!.title}
          groups={menuEntries(shell, menus[open.at]!.id)}
          x={open.x}
          y={open.y}
          onClose={close}
          onSide={(step) => show(open.at + step)}
        />
      )}
    </div>
  );
}
