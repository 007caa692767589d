import { Fragment, useRef } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

export interface Pane {
  readonly id: string;
  readonly content: ReactNode;
  /** Pixels as a number, or a share as `40%`; the rest where absent. */
  readonly size?: number | string;
  readonly minPx?: number;
  /** Keeps its pixels when the window is resized. */
  readonly fixed?: boolean;
  /** Said of the line before it: `Resize panel`. */
  readonly sashLabel?: string;
}

interface SplitViewProps {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly panes: readonly Pane[];
  /** Sizes after the user moved a line, in the order of the panes. */
  onResized(sizes: readonly { readonly percent: number; readonly px: number }[]): void;
}

/** Panes with movable lines between them. The one place that knows the library. */
export function SplitView({ id, orientation, panes, onResized }: SplitViewProps) {
  const element = useRef<HTMLDivElement>(null);
  const wholePx = (): number =>
    (orientation === 'horizontal' ? element.current?.offsetWidth : element.current?.offsetHeight) ?? 0;
  return (
    <Group
      id={id}
      elementRef={element}
      orientation={orientation}
      className="split-view"
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        const percents = panes.map((pane) => layout[pane.id] ?? 0);
        onResized(percents.map((percent) => ({ percent, px: Math.round((percent / 100) * wholePx()) })));
      }}
    >
      {panes.map((pane, at) => (
        <Fragment key={pane.id}>
          {at > 0 && (
            <Separator
              className={`sash sash-${orientation}`}
              aria-label={pane.sashLabel ?? panes[at - 1]?.sashLabel ?? 'Resize editors'}
            />
          )}
          <Panel
            id={pane.id}
            className="split-pane"
            defaultSize={pane.size}
            minSize={pane.minPx ?? 120}
            groupResizeBehavior={pane.fixed ? 'preserve-pixel-size' : 'preserve-relative-size'}
          >
            {pane.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
