import { findNodeAtLocation, type Edit } from 'jsonc-parser';
import type { JsonPath } from './jsonValue.ts';
import { parseDocument } from './parseDocument.ts';

/** Copies an item of a list behind itself, with its very text and the separator of its list. */
export function duplicateItem(text: string, list: JsonPath, index: number): Edit[] {
  const root = parseDocument(text).root;
  const items = (root && findNodeAtLocation(root, [...list])?.children) ?? [];
  const item = items[index];
  if (!item) return [];
  const end = item.offset + item.length;
  const lineStart = text.lastIndexOf('\n', item.offset - 1) + 1;
  const margin = text.slice(lineStart, item.offset);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const ownLine = lineStart > 0 && margin.trim() === '';
  const gap = ownLine ? `,${eol}${margin}` : ', ';
  return [{ offset: end, length: 0, content: gap + text.slice(item.offset, end) }];
}
