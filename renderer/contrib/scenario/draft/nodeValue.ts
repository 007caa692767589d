import type { Node } from 'jsonc-parser';
import type { JsonValue } from '../edit/jsonValue.ts';

/** What a field shows of a value: text as it is, a number with the digits that stand in the document; else null. */
export function shownText(text: string, node: Node | undefined): string | null {
  if (!node) return null;
  if (node.type === 'string') return String(node.value);
  if (node.type === 'number') return text.slice(node.offset, node.offset + node.length);
  return null;
}

/** A value of the document as a value to write, numbers by their digits. */
export function valueOf(text: string, node: Node): JsonValue {
  if (node.type === 'number') return { number: text.slice(node.offset, node.offset + node.length) };
  if (node.type === 'array') return (node.children ?? []).map((item) => valueOf(text, item));
  if (node.type === 'object')
    return Object.fromEntries(membersOf(node).map(([key, value]) => [key, valueOf(text, value)]));
  return node.value as string | boolean | null;
}

/** The members of an object in order; none of anything else. */
export function membersOf(node: Node | undefined): (readonly [string, Node])[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [[String(key.value), value] as const] : [];
  });
}

/** The items of a list; none of anything else. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The text of a member of an object, or null where it has none. */
export function memberText(node: Node | undefined, key: string): string | null {
  const value = membersOf(node).find(([name]) => name === key)?.[1];
  return value?.type === 'string' ? String(value.value) : null;
}
