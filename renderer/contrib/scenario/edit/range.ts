import type { Node } from 'jsonc-parser';
import { decimalValue } from './decimalValue.ts';
import type { JsonValue } from './jsonValue.ts';

/** What a field shows of a figure or a range `[least, greatest]`: `3..10`. */
export function rangeText(text: string, node: Node): string {
  const shown = (part: Node) =>
    part.type === 'string' ? String(part.value) : text.slice(part.offset, part.offset + part.length);
  return node.type === 'array' ? (node.children ?? []).map(shown).join('..') : shown(node);
}

/** The value of a typed figure or range. */
export function rangeValue(typed: string): JsonValue | undefined {
  const [least, greatest, ...more] = typed.split('..').map((part) => part.trim());
  if (least && greatest && more.length === 0) return [decimalValue(least, false)!, decimalValue(greatest, false)!];
  return decimalValue(typed, false);
}
