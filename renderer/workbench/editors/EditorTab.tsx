import { useStore } from 'zustand';
import type { KeyboardEvent } from 'react';
import { classes } from '../../base/classes.ts';
import { Icon } from '../../base/Icon.tsx';
import { useShell } from '../useShell.ts';
import type { GroupState, TabState } from './grid.ts';
import { openUris } from './grid.ts';
import { openTab } from './gridChanges.ts';
import { dragType } from './tabDrag.ts';
import { tabTitle } from './tabTitle.ts';

interface EditorTabProps {
  readonly group: GroupState;
  readonly tab: TabState;
  readonly active: boolean;
  readonly dropBefore: boolean;
}

/** One tab. Its close box is for the mouse; the keyboard has Delete and a command. */
export function EditorTab({ group, tab, active, dropBefore }: EditorTabProps) {
  const { editors, documents, problems, layout, openMenu } = useShell();
  const { uri, pinned } = tab;
  const front = uri === group.front;
  const kind = editors.kindOf(uri);
  const path = editors.documentOf(uri);
  const dirty = useStore(documents.store, ({ byPath }) => (path === null ? false : (byPath[path]?.dirty ?? false)));
  const faulty = useStore(problems.store, ({ byPath }) =>
    path === null ? false : (byPath[path]?.some((each) => each.severity === 'error') ?? false),
  );
  const others = useStore(layout, (state) => state.grid);
  const { title, detail } = tabTitle(uri, kind, openUris(others));
  const show = (pin: boolean): void =>
    editors.change((grid) => ({ ...openTab(grid, uri, { group: group.id, pinned: pin }), active: group.id }));
  const close = (): void => void editors.closeIn(group.id, uri);
  return (
    <div
      id={`${group.id}-tab-${uri}`}
      role="tab"
      className={classes('editor-tab', !pinned && 'editor-tab-preview', faulty && 'editor-tab-faulty')}
      aria-selected={front}
      aria-controls={front ? `${group.id}-${uri}` : undefined}
      aria-label={[title, detail, dirty ? 'not saved' : null].filter(Boolean).join(', ')}
      title={uri.slice(uri.indexOf(':') + 1)}
      tabIndex={front ? 0 : -1}
      data-dirty={dirty || undefined}
      data-active={active || undefined}
      data-drop={dropBefore || undefined}
      data-autofocus={(front && active) || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, JSON.stringify({ group: group.id, uri }));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onClick={() => show(false)}
      onDoubleClick={() => show(true)}
      onAuxClick={(event) => event.button === 1 && close()}
      onContextMenu={(event) => {
        event.preventDefault();
        const facts = { tab: true, editor: uri.slice(0, uri.indexOf(':')) };
        openMenu({ menu: 'tab/context', x: event.clientX, y: event.clientY, args: { group: group.id, uri }, facts });
      }}
      onKeyDown={(event) => steer(event, { close, show })}
    >
      <Icon name={kind?.icon ?? 'file'} className="editor-tab-icon" />
      <span className="editor-tab-title">{title}</span>
      {detail && <span className="editor-tab-detail">{detail}</span>}
      <span className="editor-tab-close" aria-hidden="true" onClick={(event) => [event.stopPropagation(), close()]}>
        <Icon name="close" className="editor-tab-x" />
        <Icon name="circle-filled" className="editor-tab-dot" />
      </span>
    </div>
  );
}

interface TabMoves {
  close(): void;
  show(pin: boolean): void;
}

function steer(event: KeyboardEvent<HTMLElement>, { close, show }: TabMoves): void {
  const tab = event.currentTarget;
  if (event.key === 'Delete') close();
  else if (event.key === 'Enter' || event.key === ' ') show(true);
  else if (event.key === 'ArrowRight') focusTab(tab.nextElementSibling);
  else if (event.key === 'ArrowLeft') focusTab(tab.previousElementSibling);
  else if (event.key === 'Home') focusTab(tab.parentElement?.firstElementChild);
  else if (event.key === 'End') focusTab(tab.parentElement?.lastElementChild);
  else return;
  event.preventDefault();
}

function focusTab(tab: Element | null | undefined): void {
  if (!(tab instanceof HTMLElement)) return;
  tab.focus();
  tab.click();
}
