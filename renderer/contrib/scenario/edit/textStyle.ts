import type { Node } from 'jsonc-parser';

/** How a document is laid out, so that what is added looks like what is there. */
export interface TextStyle {
  readonly eol: string;
  readonly indent: string;
  /** Between a key and its value: `: `. */
  readonly colon: string;
  /** Between members on one line: `, `. */
  readonly comma: string;
  /** Inside the braces of an object on one line. */
  readonly pad: string;
  /** Small objects stand on one line too (`fit`), or every member has its own (`lines`), or all is one line. */
  readonly layout: 'fit' | 'lines' | 'one-line';
}

export function styleOf(text: string, root: Node | undefined): TextStyle {
  const tight = /"\s*:\S/.test(text) && !/"\s*:\s/.test(text);
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    indent: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ',
    colon: tight ? ':' : ': ',
    comma: tight ? ',' : ', ',
    pad: /\{"/.test(text) && !/\{ "/.test(text) ? '' : ' ',
    layout: root ? layoutOf(text, root) : 'fit',
  };
}

function layoutOf(text: string, root: Node): TextStyle['layout'] {
  if ((root.children?.length ?? 0) > 0 && !spansLines(text, root)) return 'one-line';
  const leaves = leafContainers(root);
  const spread = leaves.filter((node) => spansLines(text, node)).length;
  return spread * 2 > leaves.length ? 'lines' : 'fit';
}

/** The objects and lists that hold plain values alone: up to a thousand, for a document of any size. */
function leafContainers(root: Node): Node[] {
  const found: Node[] = [];
  const visit = (node: Node) => {
    const values = valuesOf(node);
    if (values.length === 0 || found.length >= 1000) return;
    const containers = values.filter((value) => value.type === 'object' || value.type === 'array');
    if (containers.length === 0 && node !== root) found.push(node);
    else containers.forEach(visit);
  };
  visit(root);
  return found;
}

export function valuesOf(node: Node): Node[] {
  if (node.type === 'array') return node.children ?? [];
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => property.children?.[1] ?? []);
}

export function spansLines(text: string, node: Node): boolean {
  return text.slice(node.offset, node.offset + node.length).includes('\n');
}

/** The white space that a line begins with. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))![0];
}
