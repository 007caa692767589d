import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../base/IconButton.tsx';
import { Toolbar } from '../../base/Toolbar.tsx';
import { menuItems } from '../../platform/menuItems.ts';
import { useShell } from '../useShell.ts';
import { EditorTab } from './EditorTab.tsx';
import type { GroupState } from './grid.ts';
import { moveTab } from './gridChanges.ts';
import { dragType } from './tabDrag.ts';

/** The tabs of a group, and at their right the commands of the editor in front. */
export function EditorTabs({ group, active }: { readonly group: GroupState; readonly active: boolean }) {
  const { editors } = useShell();
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [group.front]);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(null);
    const dragged = event.dataTransfer.getData(dragType);
    if (dragged === '') return;
    const { group: from, uri } = JSON.parse(dragged) as { group: string; uri: string };
    const before = group.tabs.findIndex((tab) => tab.uri === uri);
    const at = over ?? group.tabs.length;
    const index = from === group.id && before < at ? at - 1 : at;
    editors.change((grid) => moveTab(grid, from, uri, { group: group.id, index }));
  }

  return (
    <div className="tab-bar" data-over={over === group.tabs.length || undefined}>
      <div
        ref={list}
        className="tab-list"
        role="tablist"
        aria-label="Open editors"
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(dragType)) return;
          event.preventDefault();
          setOver(indexAt(event, list.current));
        }}
        onDragLeave={() => setOver(null)}
        onDrop={drop}
      >
        {group.tabs.map((tab, at) => (
          <EditorTab key={tab.uri} group={group} tab={tab} active={active} dropBefore={over === at} />
        ))}
      </div>
      {active && <TabActions />}
    </div>
  );
}

function indexAt(event: DragEvent, list: HTMLElement | null): number {
  const tabs = [...(list?.querySelectorAll('[role=tab]') ?? [])];
  const at = tabs.findIndex((tab) => {
    const { left, width } = tab.getBoundingClientRect();
    return event.clientX < left + width / 2;
  });
  return at < 0 ? tabs.length : at;
}

function TabActions() {
  const { allCommands, commands, context } = useShell();
  useStore(context.store);
  const items = menuItems(allCommands, 'editor/title')
    .flat()
    .filter(({ command, place }) => context.holds(command.when) && context.holds(place.when));
  return (
    <Toolbar className="tab-actions" label="Editor actions">
      {items.map(({ command, title }) => (
        <IconButton
          key={command.id}
          icon={command.icon ?? 'circle'}
          label={title.replace(/…$/, '')}
          keyHint={commands.keyOf(command.id)}
          onClick={() => void commands.run(command.id)}
        />
      ))}
    </Toolbar>
  );
}
