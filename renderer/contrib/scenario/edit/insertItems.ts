import { findNodeAtLocation, type Edit } from 'jsonc-parser';
import { insertMembers } from './insertMembers.ts';
import type { JsonPath, JsonValue } from './jsonValue.ts';
import { parseDocument } from './parseDocument.ts';
import { setValue } from './setValue.ts';
import { styleOf } from './textStyle.ts';

/** Puts items into the list at a path, before the item that stands at `at`; makes the list where there is none. */
export function insertItems(text: string, list: JsonPath, at: number, values: readonly JsonValue[]): Edit[] {
  const root = parseDocument(text).root;
  const node = root && findNodeAtLocation(root, [...list]);
  if (values.length === 0) return [];
  if (!node || node.type !== 'array') return setValue(text, list, values);
  const members = values.map((value) => ({ key: null, value }));
  return [insertMembers(text, node, at, members, styleOf(text, root))];
}
