import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { FoldButton } from '../../base/FoldButton.tsx';
import type { View } from '../../platform/view.ts';
import { useShell } from '../useShell.ts';

interface FoldingViewProps {
  readonly view: View;
  readonly children: ReactNode;
}

/** A view of the side bar below the first one, under a title that folds it away. */
export function FoldingView({ view: { id, title }, children }: FoldingViewProps) {
  const { layout } = useShell();
  const open = useStore(layout, ({ sideBar }) => sideBar.unfolded.includes(id));
  const toggle = (): void =>
    layout.setState(({ sideBar }) => {
      const others = sideBar.unfolded.filter((each) => each !== id);
      return { sideBar: { ...sideBar, unfolded: open ? others : [...others, id] } };
    });
  return (
    <div className="side-bar-fold" data-view={id} data-scope="view">
      <h3>
        <FoldButton open={open} onToggle={toggle}>
          {title}
        </FoldButton>
      </h3>
      {open && <div className="side-bar-fold-body">{children}</div>}
    </div>
  );
}
