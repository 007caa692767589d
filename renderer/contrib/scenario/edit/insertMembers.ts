import type { Edit, Node } from 'jsonc-parser';
import type { JsonValue } from './jsonValue.ts';
import { printInline, printJson, printLines } from './printJson.ts';
import { indentAt, spansLines, valuesOf, type TextStyle } from './textStyle.ts';

/** A value with its key, or null in a list. */
interface Member {
  readonly key: string | null;
  readonly value: JsonValue;
}

/** Adds members to an object or items to a list, at a position, in the layout of their neighbours. */
export function insertMembers(
  text: string,
  into: Node,
  at: number,
  members: readonly Member[],
  style: TextStyle,
): Edit {
  const siblings = into.children ?? [];
  const before = siblings[Math.min(at, siblings.length) - 1];
  const neighbour = before ?? siblings[0];
  if (!neighbour) return fillEmpty(text, into, members, style);
  const ownLine = startsLine(text, neighbour);
  const margin = indentAt(text, ownLine ? neighbour.offset : into.offset);
  const gap = ownLine ? `,${style.eol}${margin}` : style.comma;
  const written = members.map((member) => label(member, style) + printLike(text, into, member.value, style, margin));
  if (before) return { offset: before.offset + before.length, length: 0, content: gap + written.join(gap) };
  return { offset: neighbour.offset, length: 0, content: written.join(gap) + gap };
}

function label({ key }: Member, style: TextStyle): string {
  return key === null ? '' : JSON.stringify(key) + style.colon;
}

function fillEmpty(text: string, into: Node, members: readonly Member[], style: TextStyle): Edit {
  const margin = indentAt(text, into.offset);
  const isList = into.type === 'array';
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const place = { offset: into.offset, length: into.length };
  const pad = isList ? '' : style.pad;
  const small = members.map((member) => label(member, style) + printInline(member.value, style)).join(style.comma);
  const inline = style.layout === 'one-line' || (!isList && style.layout === 'fit' && small.length < 60);
  if (inline && into.parent) return { ...place, content: open + pad + small + pad + close };
  const inner = margin + style.indent;
  const lines = members.map((member) => inner + label(member, style) + printJson(member.value, style, inner));
  return { ...place, content: open + style.eol + lines.join(`,${style.eol}`) + style.eol + margin + close };
}

/** An item of a list is laid out as the items beside it. */
function printLike(text: string, into: Node, value: JsonValue, style: TextStyle, margin: string): string {
  const model = into.type === 'array' ? valuesOf(into).findLast((node) => valuesOf(node).length > 0) : undefined;
  if (!model) return printJson(value, style, margin);
  return spansLines(text, model) ? printLines(value, style, margin) : printInline(value, style);
}

function startsLine(text: string, node: Node): boolean {
  const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
  return lineStart > 0 && text.slice(lineStart, node.offset).trim() === '';
}
