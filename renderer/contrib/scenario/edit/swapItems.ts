import { findNodeAtLocation, type Edit } from 'jsonc-parser';
import type { JsonPath } from './jsonValue.ts';
import { parseDocument } from './parseDocument.ts';

/** Swaps two items of a list, keeping their text and the layout around them. */
export function swapItems(text: string, list: JsonPath, first: number, second: number): Edit[] {
  const root = parseDocument(text).root;
  const node = root && findNodeAtLocation(root, [...list]);
  const [one, other] = [node?.children?.[first], node?.children?.[second]];
  if (!one || !other || one === other) return [];
  const textOf = (item: typeof one) => text.slice(item.offset, item.offset + item.length);
  return [
    { offset: one.offset, length: one.length, content: textOf(other) },
    { offset: other.offset, length: other.length, content: textOf(one) },
  ];
}
