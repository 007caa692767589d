import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Icon } from '../../base/Icon.tsx';
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
    <div className="side-bar-fold" data-view={id}>
      <h3>
        <button type="button" aria-expanded={open} onClick={toggle}>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} />
          {title}
        </button>
      </h3>
      {open && <div className="side-bar-fold-body">{children}</div>}
    </div>
  );
}
