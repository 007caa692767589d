import { findNodeAtLocation, type Edit, type Node } from 'jsonc-parser';
import type { JsonPath } from './jsonValue.ts';
import { parseDocument } from './parseDocument.ts';

/** Removes a member or an item with its comma and its line; nothing where there is none. */
export function removeAt(text: string, path: JsonPath): Edit[] {
  const root = parseDocument(text).root;
  const value = root && path.length > 0 ? findNodeAtLocation(root, [...path]) : undefined;
  if (!value) return [];
  const member = value.parent?.type === 'property' ? value.parent : value;
  return member.parent ? [removal(text, member.parent, member)] : [];
}

function removal(text: string, parent: Node, member: Node): Edit {
  const siblings = parent.children ?? [];
  const index = siblings.indexOf(member);
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  if (before) return cut(endOf(before), endOf(member));
  if (after) return cut(member.offset, after.offset);
  const inside = text.slice(parent.offset + 1, endOf(parent) - 1);
  return cut(parent.offset + 1, parent.offset + 1 + inside.length);
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

function cut(from: number, until: number): Edit {
  return { offset: from, length: until - from, content: '' };
}
