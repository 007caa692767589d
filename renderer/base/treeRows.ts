import type { ReactNode } from 'react';

/** One row of a tree; `children` makes it a branch. */
export interface TreeNode {
  readonly id: string;
  readonly title: string;
  /** Drawn in the title's place, such as a line with a match marked; says the same. */
  readonly content?: ReactNode;
  /** Codicon name; none where absent. */
  readonly icon?: string;
  /** Said and shown after the title, muted. */
  readonly detail?: string;
  readonly mark?: ReactNode;
  /** Drawn pale: it is about to be moved away. */
  readonly faint?: boolean;
  readonly children?: readonly TreeNode[];
}

/** A node as it stands in the list of what is open. */
export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: string | null;
  readonly index: number;
  readonly count: number;
}

/** The rows that are to be seen, from top to bottom. */
export function treeRows(nodes: readonly TreeNode[], open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (siblings: readonly TreeNode[], level: number, parent: string | null): void => {
    for (const [at, node] of siblings.entries()) {
      rows.push({ node, level, parent, index: at + 1, count: siblings.length });
      if (node.children && open.has(node.id)) add(node.children, level + 1, node.id);
    }
  };
  add(nodes, 1, null);
  return rows;
}

/** The row of the next title that begins with a letter, after the row that has the focus. */
export function rowByLetter(rows: readonly TreeRow[], at: number, letter: string): TreeRow | undefined {
  const begins = ({ node }: TreeRow): boolean => node.title.toLowerCase().startsWith(letter.toLowerCase());
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(begins);
}
