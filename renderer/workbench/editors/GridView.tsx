import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Pane } from '../parts/SplitView.tsx';
import { SplitView } from '../parts/SplitView.tsx';
import { useShell } from '../useShell.ts';
import { EditorGroup } from './EditorGroup.tsx';
import { fitGrid, leastGroup } from './fitGrid.ts';
import type { Size } from './fitGrid.ts';
import type { GridNode, SplitState } from './grid.ts';
import { resizeSplit } from './gridChanges.ts';
import './editors.css';

/** All editor groups. A single group is drawn as a split of one, so that splitting it does not draw its editors anew. */
export function GridView() {
  const { layout } = useShell();
  const grid = useStore(layout, (state) => state.grid);
  const [room, setRoom] = useState<Size | null>(null);
  const area = useRef<HTMLElement>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(area.current!);
    return () => observer.disconnect();
  }, []);
  const root = fitGrid(grid, room);
  const split: SplitState =
    root.kind === 'split'
      ? root
      : { kind: 'split', id: 'root', orientation: 'horizontal', children: [root], sizes: [100] };
  return (
    <section ref={area} className="editor-area" data-part="editors" aria-label="Editors">
      <SplitNodeView split={split} />
    </section>
  );
}

function SplitNodeView({ split }: { readonly split: SplitState }) {
  const { editors } = useShell();
  const panes: Pane[] = split.children.map((child, at) => ({
    id: child.id,
    content: <NodeView node={child} />,
    size: `${split.sizes[at] ?? 0}%`,
    minPx: split.orientation === 'horizontal' ? leastGroup.width : leastGroup.height,
  }));
  return (
    <SplitView
      id={`grid-${split.id}`}
      orientation={split.orientation}
      panes={panes}
      onResized={(sizes) =>
        editors.change((grid) =>
          resizeSplit(
            grid,
            split.id,
            sizes.map((size) => size.percent),
          ),
        )
      }
    />
  );
}

function NodeView({ node }: { readonly node: GridNode }) {
  return node.kind === 'group' ? <EditorGroup group={node} /> : <SplitNodeView split={node} />;
}
