import { Activity, useState } from 'react';
import { useStore } from 'zustand';
import { useShell } from '../useShell.ts';
import { Breadcrumbs } from './Breadcrumbs.tsx';
import { EditorBody } from './EditorBody.tsx';
import { EmptyGroup } from './EmptyGroup.tsx';
import { EditorTabs } from './EditorTabs.tsx';
import type { GroupState } from './grid.ts';
import { useGroupFocus } from './useGroupFocus.ts';

const keptAlive = 6;

/** Tabs and the editor in front. A few editors behind it stay as they are, so that switching back is at once. */
export function EditorGroup({ group }: { readonly group: GroupState }) {
  const { layout, editors } = useShell();
  const active = useStore(layout, (state) => state.grid.active === group.id);
  const shown = useRecent(group);
  useGroupFocus(group, active);
  const focus = (): void => {
    if (!active) editors.change((grid) => ({ ...grid, active: group.id }));
  };
  return (
    <section
      className="editor-group"
      data-group={group.id}
      data-active={active}
      aria-label={`Editor group ${/\d+$/.exec(group.id)?.[0] ?? ''}`}
      onPointerDownCapture={focus}
      onFocusCapture={focus}
    >
      {group.tabs.length > 0 && <EditorTabs group={group} active={active} />}
      {group.front !== null && <Breadcrumbs key={group.front} uri={group.front} group={group.id} />}
      {group.front === null && <EmptyGroup />}
      {shown.map((uri) => (
        <Activity key={uri} mode={uri === group.front ? 'visible' : 'hidden'}>
          <EditorBody uri={uri} group={group.id} active={active && uri === group.front} />
        </Activity>
      ))}
    </section>
  );
}

/** The addresses that were in front most recently and are still open, in a steady order. */
function useRecent({ tabs, front }: GroupState): readonly string[] {
  const [recent, setRecent] = useState<readonly string[]>([]);
  const others = recent.filter((uri) => uri !== front && tabs.some((tab) => tab.uri === uri));
  const now = front === null ? others : [front, ...others].slice(0, keptAlive);
  if (now.join('\n') !== recent.join('\n')) setRecent(now);
  return now.toSorted();
}
