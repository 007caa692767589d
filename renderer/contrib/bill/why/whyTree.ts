import type { WhyNode } from '../../../../shared/rpc/views.ts';

/** A node of the why tree as it stands on the screen. `key` is its path of child numbers: `0.2.1`. */
export interface WhyLine {
  readonly key: string;
  readonly node: WhyNode;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly open: boolean;
}

/** The lines that show, top to bottom, where `open` holds the keys of the nodes that are unfolded. */
export function whyLines(root: WhyNode, open: ReadonlySet<string>): readonly WhyLine[] {
  const lines: WhyLine[] = [];
  const visit = (node: WhyNode, key: string, level: number, place: number, siblings: number): void => {
    lines.push({ key, node, level, place, siblings, open: open.has(key) });
    if (!open.has(key)) return;
    node.children.forEach((child, index) =>
      visit(child, `${key}.${index}`, level + 1, index + 1, node.children.length),
    );
  };
  visit(root, '0', 1, 1, 1);
  return lines;
}

/** Unfolded at first: the root, and below it every node that is the only child of its parent. */
export function firstOpen(root: WhyNode): ReadonlySet<string> {
  const open = new Set<string>(['0']);
  let node = root;
  for (let key = '0.0'; node.children.length === 1; key += '.0') {
    node = node.children[0]!;
    open.add(key);
  }
  return open;
}

/** What a key of the tree does: the line to go to and the keys unfolded after it. Null where the key means nothing here. */
export function whyMove(key: string, { lines, at, open }: WhyPosition): WhyStep | null {
  const index = lines.findIndex((line) => line.key === at);
  const line = lines[index];
  if (!line) return null;
  const to = (target: WhyLine | undefined): WhyStep => ({ at: target?.key ?? at, open });
  switch (key) {
    case 'ArrowDown':
      return to(lines[index + 1]);
    case 'ArrowUp':
      return to(lines[index - 1]);
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines.at(-1));
    case 'ArrowRight':
      return line.open || line.node.children.length === 0 ? to(lines[index + 1]) : { at, open: new Set(open).add(at) };
    case 'ArrowLeft':
      return line.open && line.node.children.length > 0 ? { at, open: without(open, at) } : to(parentOf(lines, line));
    default:
      return null;
  }
}

interface WhyPosition {
  readonly lines: readonly WhyLine[];
  readonly at: string;
  readonly open: ReadonlySet<string>;
}

interface WhyStep {
  readonly at: string;
  readonly open: ReadonlySet<string>;
}

function parentOf(lines: readonly WhyLine[], line: WhyLine): WhyLine | undefined {
  const parent = line.key.slice(0, line.key.lastIndexOf('.'));
  return lines.find((other) => other.key === parent);
}

export function without(open: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const rest = new Set(open);
  rest.delete(key);
  return rest;
}

/** The whole tree as indented text, to paste into a letter or a ticket. */
export function whyText(node: WhyNode, depth = 0): string {
  const indent = '  '.repeat(depth);
  const parts = [`${indent}${node.title}: ${node.figure}`];
  if (node.arithmetic !== null) parts.push(`${indent}  = ${node.arithmetic}`);
  if (node.rule !== null) parts.push(`${indent}  ${node.rule}${node.ruleText === null ? '' : `: ${node.ruleText}`}`);
  if (node.row !== null) parts.push(`${indent}  ledger row ${node.row}`);
  if (node.path !== null) parts.push(`${indent}  scenario ${node.path}`);
  const more = node.more > 0 ? [`${'  '.repeat(depth + 1)}and ${node.more} more`] : [];
  return [...parts, ...node.children.map((child) => whyText(child, depth + 1)), ...more].join('\n');
}
