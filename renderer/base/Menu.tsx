import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Icon } from './Icon.tsx';
import { rove } from './rove.ts';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly keys?: string | null;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  run(): void;
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly (readonly MenuEntry[])[];
  /** Where its corner goes, in pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** Id of the entry that has the focus first; else the first one. */
  readonly current?: string;
  /** `chosen` tells whether an entry was run. */
  onClose(chosen: boolean): void;
  /** Arrows left and right, for a menu bar. */
  onSide?(step: 1 | -1): void;
}

const entries = '[role^=menuitem]:not([aria-disabled=true])';

/** A list of commands that opens at a place and takes the focus. */
export function Menu({ label, groups, x, y, current, onClose, onSide }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ x, y });
  useLayoutEffect(() => {
    const menu = ref.current;
    const box = menu?.getBoundingClientRect();
    // Places of the page are in its own pixels, styles in zoomed ones.
    const zoom = menu?.currentCSSZoom ?? 1;
    if (box) setPlace({ x: fit(x, box.width, innerWidth) / zoom, y: fit(y, box.height, innerHeight) / zoom });
    const begin = current === undefined ? null : menu?.querySelector<HTMLElement>(`[data-id="${CSS.escape(current)}"]`);
    (begin ?? menu?.querySelector<HTMLElement>(entries))?.focus();
  }, [x, y, label, current]);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Element && event.target.closest('.menu, .menu-bar'))) onClose(false);
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, [onClose]);
  const choose = (entry: MenuEntry): void => {
    if (entry.disabled) return;
    onClose(true);
    entry.run();
  };
  return (
    <div
      ref={ref}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      style={{ left: place.x, top: place.y }}
      onKeyDown={(event) => steer(event, { onClose, onSide })}
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]!.id} className="menu-group" role="group">
            {group.map((entry) => (
              <MenuRow key={entry.id} entry={entry} onChoose={() => choose(entry)} />
            ))}
          </div>
        ))}
    </div>
  );
}

function MenuRow({ entry, onChoose }: { readonly entry: MenuEntry; onChoose(): void }) {
  return (
    <button
      type="button"
      className="menu-entry"
      data-id={entry.id}
      role={entry.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={entry.checked}
      aria-disabled={entry.disabled || undefined}
      tabIndex={-1}
      onPointerEnter={(event) => entry.disabled || event.currentTarget.focus({ preventScroll: true })}
      onClick={onChoose}
    >
      <span className="menu-check">{entry.checked && <Icon name="check" />}</span>
      <span className="menu-title">{entry.title}</span>
      {entry.keys && <span className="menu-keys">{entry.keys}</span>}
    </button>
  );
}

function steer(event: KeyboardEvent<HTMLElement>, { onClose, onSide }: Pick<MenuProps, 'onClose' | 'onSide'>): void {
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    onClose(false);
  } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    event.preventDefault();
    onSide?.(event.key === 'ArrowRight' ? 1 : -1);
  } else if (/^[a-z]$/i.test(event.key)) {
    focusByLetter(event.currentTarget, event.key);
  } else {
    rove(event, entries);
  }
}

function focusByLetter(menu: HTMLElement, letter: string): void {
  const rows = [...menu.querySelectorAll<HTMLElement>(entries)];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const starts = (row: HTMLElement): boolean =>
    row.querySelector('.menu-title')?.textContent?.toLowerCase().startsWith(letter.toLowerCase()) ?? false;
  [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(starts)?.focus();
}

function fit(at: number, size: number, room: number): number {
  return Math.max(0, Math.min(at, room - size - 4));
}
