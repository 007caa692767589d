import { findNodeAtLocation, type Edit, type Node } from 'jsonc-parser';
import { insertMembers } from './insertMembers.ts';
import type { JsonPath, JsonValue } from './jsonValue.ts';
import { keyOrder } from './keyOrder.ts';
import { parseDocument } from './parseDocument.ts';
import { printJson } from './printJson.ts';
import { removeAt } from './removeAt.ts';
import { indentAt, styleOf } from './textStyle.ts';

/** Sets the value at a path, making the objects that lead to it; undefined removes it. Only its own text changes. */
export function setValue(text: string, path: JsonPath, value: JsonValue | undefined): Edit[] {
  const root = parseDocument(text).root;
  if (value === undefined) return removeAt(text, path);
  const style = styleOf(text, root);
  if (!root) return [{ offset: 0, length: text.length, content: printJson(wrap(path, value), style, '') }];
  const node = findNodeAtLocation(root, [...path]);
  if (node) {
    const content = printJson(value, style, indentAt(text, node.offset));
    const same = text.slice(node.offset, node.offset + node.length) === content;
    return same ? [] : [{ offset: node.offset, length: node.length, content }];
  }
  const { parent, rest } = deepest(root, path);
  if (parent.type !== 'object' && parent.type !== 'array') {
    return [{ offset: parent.offset, length: parent.length, content: printJson(wrap(rest, value), style, '') }];
  }
  const key = parent.type === 'object' ? String(rest[0]) : null;
  const at = key === null ? (parent.children?.length ?? 0) : positionOf(parent, path.slice(0, -rest.length), key);
  return [insertMembers(text, parent, at, [{ key, value: wrap(rest.slice(1), value) }], style)];
}

function wrap(path: JsonPath, value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

function deepest(root: Node, path: JsonPath): { parent: Node; rest: JsonPath } {
  for (let length = path.length - 1; length > 0; length--) {
    const parent = findNodeAtLocation(root, path.slice(0, length));
    if (parent) return { parent, rest: path.slice(length) };
  }
  return { parent: root, rest: path };
}

/** Keys go where a reader expects them: after the nearest key that the format names before them. */
function positionOf(parent: Node, path: JsonPath, key: string): number {
  const present = (parent.children ?? []).map((property) => String(property.children?.[0]?.value));
  const order = keyOrder(path);
  const rank = order.indexOf(key);
  for (let before = rank - 1; before >= 0; before--) {
    const index = present.indexOf(order[before]!);
    if (index >= 0) return index + 1;
  }
  return rank < 0 || present.length === 0 ? present.length : 0;
}
