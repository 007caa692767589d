import { parseTree, type Node, type ParseError } from 'jsonc-parser';

/** A document's text as a tree of places. `root` is absent where the text is empty or not JSON; then `fault` is its offset. */
export interface ParsedDocument {
  readonly root: Node | undefined;
  readonly fault: number | null;
}

let recent: { readonly text: string; readonly parsed: ParsedDocument } | null = null;

/** Parses strictly: no comments, no trailing commas. The last text is remembered, for an edit asks several times. */
export function parseDocument(text: string): ParsedDocument {
  if (recent?.text === text) return recent.parsed;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const parsed = { root, fault: errors[0]?.offset ?? (root ? null : 0) };
  recent = { text, parsed };
  return parsed;
}
