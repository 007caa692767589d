import { Command, defaultFilter } from 'cmdk';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../base/Icon.tsx';
import { KeyHint } from '../../base/KeyHint.tsx';
import { useTurns } from '../../base/useTurns.ts';
import type { PickItem, QuickPickProps } from './QuickPick.tsx';

/** A list under a line of text: type to narrow it, arrows to move, Enter to choose. Used for commands, files and choices. */
export function PickList<T>(props: QuickPickProps<T>) {
  const { label, placeholder, items, search, onSearch, prefix = '', empty = 'Nothing matches', onActive } = props;
  const { onChoose, onClose, first, focusBefore } = props;
  const [active, setActive] = useState(first ?? items[0]?.id ?? '');
  const drawn = useDrawn(props);
  const box = useRef<HTMLDivElement>(null);
  useFocusReturn(box, focusBefore);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) onClose();
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, [onClose]);
  const find = (id: string) => items.find((item) => item.id === id);
  return (
    <div ref={box} className="quick-pick" role="dialog" aria-label={label}>
      <Command
        label={label}
        loop
        filter={(_id, typed, keywords) =>
          score(typed.startsWith(prefix) ? typed.slice(prefix.length) : typed, keywords)
        }
        value={active}
        onValueChange={(id) => {
          setActive(id);
          const item = find(id);
          if (item) onActive?.(item);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Tab') event.preventDefault();
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <Command.Input
          autoFocus
          placeholder={placeholder}
          value={search}
          onValueChange={(typed) => {
            drawn.drawAll();
            onSearch?.(typed);
          }}
        />
        <Command.List label={label}>
          <Command.Empty>{empty}</Command.Empty>
          {drawn.items.map((item) => (
            <PickRow key={item.id} item={item} onChoose={() => onChoose(item)} />
          ))}
        </Command.List>
      </Command>
    </div>
  );
}

/** As many as a list shows at once. */
const firstDrawn = 40;

/** The first items are drawn at once, all of them as soon as the page has time or something is typed. */
function useDrawn<T>({ items, search = '', prefix = '', first }: QuickPickProps<T>) {
  const [typed, setTyped] = useState(first !== undefined || search.trim() !== prefix);
  const all = useTurns(2) > 1 || typed;
  return { items: all ? items : items.slice(0, firstDrawn), drawAll: () => setTyped(true) };
}

function PickRow<T>({ item, onChoose }: { readonly item: PickItem<T>; onChoose(): void }) {
  const keywords = [item.title, item.detail ?? ''];
  return (
    <Command.Item value={item.id} keywords={keywords} onSelect={onChoose}>
      {item.icon && <Icon name={item.icon} />}
      <span className="quick-pick-title">{item.title}</span>
      {item.detail && <span className="quick-pick-detail">{item.detail}</span>}
      {item.heading && <span className="quick-pick-heading">{item.heading}</span>}
      {item.keys && <KeyHint keys={item.keys} />}
    </Command.Item>
  );
}

/** The title counts most; cmdk's own score knows words, gaps and capitals. */
function score(typed: string, keywords: readonly string[] = []): number {
  const search = typed.trim();
  if (search === '') return 1;
  const [title = '', detail = ''] = keywords;
  return Math.max(defaultFilter(title, search), defaultFilter(`${title} ${detail}`, search) * 0.9);
}

/** Gives the focus back to where it was, unless something else took it meanwhile. */
function useFocusReturn(box: React.RefObject<HTMLDivElement | null>, focusBefore?: Element | null): void {
  // The field inside takes the focus before any effect runs.
  const [before] = useState(() => focusBefore ?? document.activeElement);
  useLayoutEffect(() => {
    const inside = box.current;
    return () => {
      const kept = document.activeElement === document.body || inside?.contains(document.activeElement);
      if (kept && before instanceof HTMLElement) before.focus();
    };
  }, [box, before]);
}
