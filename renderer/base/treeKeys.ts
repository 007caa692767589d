import type { KeyboardEvent } from 'react';
import { chooseAll, chooseOne, chooseRange, toggleOne } from './treeChoice.ts';
import type { TreeProps } from './treeProps.ts';
import { rowByLetter } from './treeRows.ts';
import type { TreeRow } from './treeRows.ts';

interface Walk {
  readonly rows: readonly TreeRow[];
  readonly current: TreeRow;
  readonly props: TreeProps;
  /** Gives a row the focus. */
  focus(row: TreeRow): void;
}

type Move = () => void;

/** What a key does in a tree: walk, open and close, choose more than one, open the menu. */
export function treeKey(event: KeyboardEvent<HTMLElement>, walk: Walk): void {
  if (event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const move = control ? controlMoves(walk)[event.key] : (plainMoves(event, walk)[event.key] ?? byLetter(event, walk));
  if (!move) return;
  event.preventDefault();
  move();
}

/** Moves the focus to a row that is there, and chooses it, or all up to it. */
function goTo({ rows, props, focus }: Walk, row: TreeRow | undefined, range: boolean): void {
  if (!row) return;
  const { id } = row.node;
  const ids = rows.map((each) => each.node.id);
  // The focus alone is told first, then what is chosen with it.
  focus(row);
  props.onChoose(range && props.multiple ? chooseRange(props.choice, id, ids) : chooseOne(id));
}

function plainMoves(event: KeyboardEvent<HTMLElement>, walk: Walk): Readonly<Record<string, Move>> {
  const { rows, current, props } = walk;
  const at = rows.indexOf(current);
  const { id, children } = current.node;
  const isOpen = props.open.has(id);
  const go = (row: TreeRow | undefined): void => goTo(walk, row, event.shiftKey);
  return {
    ArrowDown: () => go(rows[at + 1]),
    ArrowUp: () => go(rows[at - 1]),
    Home: () => go(rows[0]),
    End: () => go(rows.at(-1)),
    ArrowRight: () => (children && !isOpen ? props.onToggle(id) : children && go(rows[at + 1])),
    ArrowLeft: () => (children && isOpen ? props.onToggle(id) : go(rows.find((row) => row.node.id === current.parent))),
    Enter: () => (children ? props.onToggle(id) : props.onOpen(id, true)),
    ' ': () => (children ? props.onToggle(id) : props.onOpen(id, false)),
    ContextMenu: () => openMenu(event, walk),
    ...(event.shiftKey ? { F10: () => openMenu(event, walk) } : {}),
  };
}

/** With Ctrl the focus moves alone, and Space chooses. */
function controlMoves(walk: Walk): Readonly<Record<string, Move>> {
  const { rows, current, props } = walk;
  if (!props.multiple) return {};
  const at = rows.indexOf(current);
  const step = (by: number): void => {
    const row = rows[at + by];
    if (row) walk.focus(row);
  };
  const ids = rows.map((row) => row.node.id);
  return {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ' ': () => props.onChoose(toggleOne(props.choice, current.node.id)),
    a: () => props.onChoose(chooseAll(props.choice, ids)),
  };
}

function byLetter(event: KeyboardEvent, walk: Walk): Move | undefined {
  if (!/^[\p{L}\p{N}]$/u.test(event.key)) return undefined;
  return () => goTo(walk, rowByLetter(walk.rows, walk.rows.indexOf(walk.current), event.key), false);
}

function openMenu(event: KeyboardEvent<HTMLElement>, { current, props }: Walk): void {
  const box = (event.target as HTMLElement).getBoundingClientRect();
  props.onMenu?.(current.node.id, { x: box.left + 24, y: box.bottom });
}
