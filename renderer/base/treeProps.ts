import type { DragEvent } from 'react';
import type { TreeChoice } from './treeChoice.ts';
import type { TreeNode } from './treeRows.ts';

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly open: ReadonlySet<string>;
  readonly choice: TreeChoice;
  /** Whether more than one row may be chosen. */
  readonly multiple?: boolean;
  onToggle(id: string): void;
  onChoose(choice: TreeChoice): void;
  /** Click opens a preview, Enter and double click pin it. */
  onOpen(id: string, pinned: boolean): void;
  onMenu?(id: string, at: { readonly x: number; readonly y: number }): void;
  readonly drag?: TreeDrag;
}

/** What may be dragged within a tree and into it. Row null: beside all rows. */
export interface TreeDrag {
  begin(event: DragEvent, id: string): void;
  accepts(event: DragEvent): boolean;
  /** The row that a drop on this one goes to: the folder of a file. */
  target(id: string): string | null;
  drop(event: DragEvent, id: string | null): void;
}
