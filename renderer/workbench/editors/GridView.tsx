import { useStore } from 'zustand';
import type { Pane } from '../parts/SplitView.tsx';
import { SplitView } from '../parts/SplitView.tsx';
import { useShell } from '../useShell.ts';
import { EditorGroup } from './EditorGroup.tsx';
import type { GridNode, SplitState } from './grid.ts';
import { resizeSplit } from './gridChanges.ts';
import './editors.css';

/** All editor groups. A single group is drawn as a split of one, so that splitting it does not draw its editors anew. */
export function GridView() {
  const { layout } = useShell();
  const root = useStore(layout, (state) => state.grid.root);
  const split: SplitState =
    root.kind === 'split'
      ? root
      : { kind: 'split', id: 'root', orientation: 'horizontal', children: [root], sizes: [100] };
  return (
    <section className="editor-area" data-part="editors" aria-label="Editors">
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
    minPx: split.orientation === 'horizontal' ? 160 : 80,
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
