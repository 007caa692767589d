import { findNodeAtLocation, modify, parseTree, type Edit, type Node } from 'jsonc-parser';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { parsePath, type PathSteps } from '../../base/jsonPath.ts';

/** A change of a scenario's text that takes a fault away. Edits do not overlap; offsets and lengths in UTF-16 units. */
export interface Fix {
  /** What it does, as an order: `Change to growth`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A text with a fault in it, and how its parts are changed. Edits are those of jsonc-parser; a path that is not there gives none. */
export interface Faulty {
  readonly text: string;
  readonly diagnostic: Diagnostic;
  /** The path of the fault. */
  readonly steps: PathSteps;
  /** The value at a path as JSON has it; undefined where nothing is. */
  valueAt(steps: PathSteps): unknown;
  /** Sets the value at a path, or adds it in the layout of its neighbours. */
  set(steps: PathSteps, value: unknown): readonly Edit[];
  /** Adds an item at the end of a list, made where it is missing. */
  append(list: PathSteps, item: unknown): readonly Edit[];
  remove(steps: PathSteps): readonly Edit[];
  /** Gives a key another name. */
  rename(steps: PathSteps, key: string): readonly Edit[];
}

/** Opens a text for the fixes of one fault. */
export function faultyText(text: string, diagnostic: Diagnostic): Faulty {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const nodeAt = (steps: PathSteps): Node | undefined => root && findNodeAtLocation(root, [...steps]);
  const add = (around: PathSteps, path: PathSteps, value: unknown): readonly Edit[] => {
    const parent = nearestTo(nodeAt, around);
    if (parent && isOnOneLine(text, parent))
      return modify(text, [...path], value, { isArrayInsertion: true }).map(spaced);
    return modify(text, [...path], value, { formattingOptions: layoutOf(text), isArrayInsertion: true });
  };
  const set = (steps: PathSteps, value: unknown): readonly Edit[] => {
    const node = nodeAt(steps);
    if (node && (typeof value !== 'object' || value === null))
      return [{ offset: node.offset, length: node.length, content: JSON.stringify(value) }];
    return add(steps.slice(0, -1), steps, value);
  };
  return {
    text,
    diagnostic,
    steps: parsePath(diagnostic.path) ?? [],
    valueAt: (steps) => valueOf(nodeAt(steps)),
    set,
    append(list, item) {
      if (nodeAt(list)?.type !== 'array') return set(list, [item]);
      return add(list, [...list, -1], item);
    },
    remove: (steps) => (nodeAt(steps) && steps.length > 0 ? modify(text, [...steps], undefined, {}) : []),
    rename(steps, key) {
      const property = nodeAt(steps)?.parent;
      const name = property?.type === 'property' ? property.children?.[0] : undefined;
      return name ? [{ offset: name.offset, length: name.length, content: JSON.stringify(key) }] : [];
    },
  };
}

function valueOf(node: Node | undefined): unknown {
  if (node?.type === 'object')
    return Object.fromEntries(
      (node.children ?? []).map(({ children }) => [children?.[0]?.value as string, valueOf(children?.[1])]),
    );
  return node?.type === 'array' ? (node.children ?? []).map(valueOf) : node?.value;
}

/** The deepest thing on the way to a path. */
function nearestTo(nodeAt: (steps: PathSteps) => Node | undefined, steps: PathSteps): Node | undefined {
  for (let length = steps.length; length >= 0; length--) {
    const node = nodeAt(steps.slice(0, length));
    if (node) return node;
  }
  return undefined;
}

function layoutOf(text: string) {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** What has members on one line gets its next one there. */
function isOnOneLine(text: string, { offset, length, children = [] }: Node): boolean {
  return children.length > 0 && !text.slice(offset, offset + length).includes('\n');
}

function spaced({ offset, length, content }: Edit): Edit {
  return { offset, length, content: content.replace(/^,(?=\S)/, ', ') };
}
