import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { WhyNode } from '../../../../shared/rpc/views.ts';
import { classes } from '../../../base/classes.ts';
import { Icon } from '../../../base/Icon.tsx';
import { groupFigure } from './groupFigure.ts';
import { whyLines, whyMove, without, type WhyLine } from './whyTree.ts';
import { whyStore } from './whyStore.ts';

interface WhyTreeProps {
  readonly root: WhyNode;
  /** The keyboard asked: it goes on in the tree. */
  readonly focus: boolean;
}

const lineId = (key: string) => `why-${key.replaceAll('.', '-')}`;

/** The reasons as a tree: one tab stop, arrows as in every tree. */
export function WhyTree({ root, focus }: WhyTreeProps) {
  const { open, at } = useStore(whyStore);
  const lines = useMemo(() => whyLines(root, open), [root, open]);
  const tree = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) tree.current?.focus();
  }, [focus]);
  useEffect(() => {
    tree.current?.querySelector(`#${lineId(at)}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div
      ref={tree}
      className="why-tree"
      role="tree"
      aria-label="Why"
      tabIndex={0}
      aria-activedescendant={lineId(at)}
      onKeyDown={(event) => {
        const step = whyMove(event.key, { lines, at, open });
        if (!step) return;
        event.preventDefault();
        whyStore.setState(step);
      }}
    >
      {lines.map((line) => (
        <WhyItem key={line.key} line={line} chosen={line.key === at} />
      ))}
    </div>
  );
}

function WhyItem({ line, chosen }: { readonly line: WhyLine; readonly chosen: boolean }) {
  const { key, node, level, open } = line;
  const folds = node.children.length > 0;
  return (
    <div
      id={lineId(key)}
      className={classes('why-item', chosen && 'why-item-chosen')}
      role="treeitem"
      aria-level={level}
      aria-posinset={line.place}
      aria-setsize={line.siblings}
      aria-selected={chosen}
      aria-expanded={folds ? open : undefined}
      style={{ paddingInlineStart: `${(level - 1) * 16 + 6}px` }}
      onClick={() => whyStore.setState({ at: key })}
      onDoubleClick={() => fold(key, !open)}
    >
      <span className="why-twist" onClick={() => folds && fold(key, !open)}>
        {folds && <Icon name={open ? 'chevron-down' : 'chevron-right'} />}
      </span>
      <span className="why-title">{node.title}</span>
      {node.rule !== null && <span className="why-rule">{node.rule}</span>}
      <span className="why-figure">{groupFigure(node.figure)}</span>
    </div>
  );
}

function fold(key: string, open: boolean): void {
  const now = whyStore.getState().open;
  whyStore.setState({ open: open ? new Set(now).add(key) : without(now, key) });
}
