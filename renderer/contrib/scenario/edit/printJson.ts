import { isNumberText, type JsonValue } from './jsonValue.ts';
import type { TextStyle } from './textStyle.ts';

const lineWidth = 100;

/** JSON text in a document's own layout. `margin` is the white space of the line that the value begins on. */
export function printJson(value: JsonValue, style: TextStyle, margin: string): string {
  if (!isContainer(value)) return printScalar(value);
  const inline = printInline(value, style);
  if (style.layout === 'one-line' || membersOf(value).length === 0) return inline;
  const fits = style.layout === 'fit' && margin.length + inline.length <= lineWidth && !holdsObjects(value);
  return fits ? inline : printLines(value, style, margin);
}

/** The same, on one line whatever its length. */
export function printInline(value: JsonValue, style: TextStyle): string {
  if (!isContainer(value)) return printScalar(value);
  const isList = Array.isArray(value);
  const members = membersOf(value).map(([key, member]) => label(key, style) + printInline(member, style));
  if (members.length === 0) return isList ? '[]' : '{}';
  const inner = members.join(style.comma);
  return isList ? `[${inner}]` : `{${style.pad}${inner}${style.pad}}`;
}

/** The same, with each member on a line of its own. */
export function printLines(value: JsonValue, style: TextStyle, margin: string): string {
  if (!isContainer(value)) return printScalar(value);
  const members = membersOf(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return open + close;
  const inner = margin + style.indent;
  const lines = members.map(([key, member]) => inner + label(key, style) + printJson(member, style, inner));
  return open + style.eol + lines.join(`,${style.eol}`) + style.eol + margin + close;
}

type Container = readonly JsonValue[] | Readonly<Record<string, JsonValue | undefined>>;

function isContainer(value: JsonValue): value is Container {
  return typeof value === 'object' && value !== null && !isNumberText(value);
}

function printScalar(value: JsonValue): string {
  return isContainer(value) || value === null || !isNumberText(value) ? JSON.stringify(value) : value.number;
}

function label(key: string | null, style: TextStyle): string {
  return key === null ? '' : JSON.stringify(key) + style.colon;
}

function membersOf(value: Container): (readonly [string | null, JsonValue])[] {
  if (Array.isArray(value)) return value.map((item: JsonValue) => [null, item] as const);
  return Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, member] as const]));
}

function holdsObjects(value: Container): boolean {
  return membersOf(value).some(([, member]) => isContainer(member) && membersOf(member).length > 0 && !isFlat(member));
}

function isFlat(value: Container): boolean {
  return Array.isArray(value) && value.every((item: JsonValue) => !isContainer(item));
}
