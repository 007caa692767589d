import { useEffect, useRef, useState } from 'react';
import type { DragEvent, MouseEvent } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { chooseOne, chooseRange, toggleOne } from './treeChoice.ts';
import { treeKey } from './treeKeys.ts';
import type { TreeProps } from './treeProps.ts';
import { treeRows } from './treeRows.ts';
import type { TreeRow as Row } from './treeRows.ts';

/** A tree that is one tab stop; arrows walk, open and close it. */
export function Tree(props: TreeProps) {
  const { label, nodes, open, choice, drag } = props;
  const ref = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<string | null | undefined>(undefined);
  const rows = treeRows(nodes, open);
  const current = rows.find((row) => row.node.id === choice.focus) ?? rows[0];
  const rowOf = (id: string): HTMLElement | null =>
    ref.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
  useEffect(() => {
    if (choice.focus !== null) rowOf(choice.focus)?.scrollIntoView({ block: 'nearest' });
  }, [choice.focus]);
  const under = (event: DragEvent): string | null => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
    return id === undefined ? null : (drag?.target(id) ?? null);
  };
  return (
    <div
      ref={ref}
      className={classes('tree', over === null && 'tree-over')}
      role="tree"
      aria-label={label}
      aria-multiselectable={props.multiple || undefined}
      tabIndex={-1}
      onKeyDown={(event) =>
        current && treeKey(event, { rows, current, props, focus: (row) => rowOf(row.node.id)?.focus() })
      }
      onDragOver={(event) => {
        if (!drag?.accepts(event)) return;
        event.preventDefault();
        setOver(under(event));
      }}
      onDragLeave={() => setOver(undefined)}
      onDrop={(event) => {
        setOver(undefined);
        if (!drag?.accepts(event)) return;
        event.preventDefault();
        drag.drop(event, under(event));
      }}
    >
      {rows.map((row) => (
        <TreeRow
          key={row.node.id}
          row={row}
          rows={rows}
          props={props}
          current={row === current}
          over={row.node.id === over}
        />
      ))}
    </div>
  );
}

interface TreeRowProps {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly props: TreeProps;
  readonly current: boolean;
  readonly over: boolean;
}

function TreeRow({ row, rows, props, current, over }: TreeRowProps) {
  const { node, level } = row;
  const { choice, drag } = props;
  const expanded = node.children ? props.open.has(node.id) : undefined;
  const chosen = choice.chosen.has(node.id);
  const menu = (event: MouseEvent): void => {
    props.onChoose(chosen ? { ...choice, focus: node.id } : chooseOne(node.id));
    if (!props.onMenu) return;
    event.preventDefault();
    event.stopPropagation();
    props.onMenu(node.id, { x: event.clientX, y: event.clientY });
  };
  return (
    <div
      className={classes(
        'tree-row',
        chosen && 'tree-row-selected',
        node.faint && 'tree-row-faint',
        over && 'tree-row-over',
      )}
      role="treeitem"
      data-id={node.id}
      data-autofocus={current || undefined}
      aria-level={level}
      aria-posinset={row.index}
      aria-setsize={row.count}
      aria-expanded={expanded}
      aria-selected={chosen}
      tabIndex={current ? 0 : -1}
      style={{ paddingLeft: `${level * 8 + 4}px` }}
      draggable={drag ? true : undefined}
      onDragStart={(event) => drag?.begin(event, node.id)}
      onFocus={() => choice.focus === node.id || props.onChoose({ ...choice, focus: node.id })}
      onClick={(event) => press(event, row, rows, props)}
      onDoubleClick={() => node.children ?? props.onOpen(node.id, true)}
      onContextMenu={menu}
    >
      <Icon className="tree-twistie" name={node.children ? (expanded ? 'chevron-down' : 'chevron-right') : 'blank'} />
      {node.icon && <Icon name={node.icon} className={`tree-icon tree-icon-${node.icon}`} />}
      <span className="tree-title">{node.content ?? node.title}</span>
      {node.detail && <span className="tree-detail">{node.detail}</span>}
      {node.mark}
    </div>
  );
}

/** A click chooses and opens; with Ctrl or Shift it only chooses. */
function press(event: MouseEvent, { node }: Row, rows: readonly Row[], props: TreeProps): void {
  const { choice, multiple } = props;
  const ids = rows.map((row) => row.node.id);
  if (multiple && event.shiftKey) return props.onChoose(chooseRange(choice, node.id, ids));
  if (multiple && (event.ctrlKey || event.metaKey)) return props.onChoose(toggleOne(choice, node.id));
  props.onChoose(chooseOne(node.id));
  if (node.children) props.onToggle(node.id);
  else props.onOpen(node.id, false);
}
