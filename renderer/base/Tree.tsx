import { useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

/** One row of a tree; `children` makes it a branch. */
export interface TreeNode {
  readonly id: string;
  readonly title: string;
  readonly icon: string;
  /** Said and shown after the title, muted. */
  readonly detail?: string;
  readonly mark?: ReactNode;
  readonly children?: readonly TreeNode[];
}

interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly open: ReadonlySet<string>;
  readonly selected: string | null;
  onToggle(id: string): void;
  onSelect(id: string): void;
  /** Click opens a preview, Enter and double click pin it. */
  onOpen(id: string, pinned: boolean): void;
  onMenu?(id: string, at: { readonly x: number; readonly y: number }): void;
}

interface Row {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: string | null;
  readonly index: number;
  readonly count: number;
}

/** A tree that is one tab stop; arrows walk, open and close it. */
export function Tree(props: TreeProps) {
  const { label, nodes, open, selected, onSelect } = props;
  const ref = useRef<HTMLDivElement>(null);
  const rows = flatten(nodes, open);
  const current = rows.find((row) => row.node.id === selected) ?? rows[0];
  const focus = (row: Row | undefined): void => {
    if (!row) return;
    onSelect(row.node.id);
    ref.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(row.node.id)}"]`)?.focus();
  };
  return (
    <div
      ref={ref}
      className="tree"
      role="tree"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => current && walk(event, { rows, current, focus, props })}
    >
      {rows.map((row) => (
        <TreeRow key={row.node.id} row={row} props={props} current={row === current} />
      ))}
    </div>
  );
}

function TreeRow({ row, props, current }: { readonly row: Row; readonly props: TreeProps; readonly current: boolean }) {
  const { node, level } = row;
  const expanded = node.children ? props.open.has(node.id) : undefined;
  const menu = (event: MouseEvent): void => {
    event.preventDefault();
    props.onSelect(node.id);
    props.onMenu?.(node.id, { x: event.clientX, y: event.clientY });
  };
  const activate = (): void => {
    props.onSelect(node.id);
    if (node.children) props.onToggle(node.id);
    else props.onOpen(node.id, false);
  };
  return (
    <div
      className={classes('tree-row', node.id === props.selected && 'tree-row-selected')}
      role="treeitem"
      data-id={node.id}
      data-autofocus={current || undefined}
      aria-level={level}
      aria-posinset={row.index}
      aria-setsize={row.count}
      aria-expanded={expanded}
      aria-selected={node.id === props.selected}
      tabIndex={current ? 0 : -1}
      style={{ paddingLeft: `${level * 8 + 4}px` }}
      onClick={activate}
      onDoubleClick={() => node.children ?? props.onOpen(node.id, true)}
      onContextMenu={menu}
    >
      <Icon className="tree-twistie" name={node.children ? (expanded ? 'chevron-down' : 'chevron-right') : 'blank'} />
      <Icon name={node.icon} className={`tree-icon tree-icon-${node.icon}`} />
      <span className="tree-title">{node.title}</span>
      {node.detail && <span className="tree-detail">{node.detail}</span>}
      {node.mark}
    </div>
  );
}

interface Walk {
  readonly rows: readonly Row[];
  readonly current: Row;
  readonly props: TreeProps;
  focus(row: Row | undefined): void;
}

function walk(event: KeyboardEvent<HTMLElement>, { rows, current, focus, props }: Walk): void {
  const at = rows.indexOf(current);
  const { id, children } = current.node;
  const isOpen = props.open.has(id);
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => focus(rows[at + 1]),
    ArrowUp: () => focus(rows[at - 1]),
    Home: () => focus(rows[0]),
    End: () => focus(rows.at(-1)),
    ArrowRight: () => (children && !isOpen ? props.onToggle(id) : children && focus(rows[at + 1])),
    ArrowLeft: () =>
      children && isOpen ? props.onToggle(id) : focus(rows.find((row) => row.node.id === current.parent)),
    Enter: () => (children ? props.onToggle(id) : props.onOpen(id, true)),
    ' ': () => (children ? props.onToggle(id) : props.onOpen(id, false)),
    ContextMenu: () => openMenu(event, id, props),
    F10: () => event.shiftKey && openMenu(event, id, props),
  };
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}

function openMenu(event: KeyboardEvent<HTMLElement>, id: string, props: TreeProps): void {
  const box = (event.target as HTMLElement).getBoundingClientRect();
  props.onMenu?.(id, { x: box.left + 24, y: box.bottom });
}

function flatten(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
  level = 1,
  parent: string | null = null,
): Row[] {
  return nodes.flatMap((node, at) => [
    { node, level, parent, index: at + 1, count: nodes.length },
    ...(node.children && open.has(node.id) ? flatten(node.children, open, level + 1, node.id) : []),
  ]);
}
