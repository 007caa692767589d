import { findNodeAtLocation } from 'jsonc-parser';
import { parsePath } from '../edit/jsonPath.ts';
import { parseDocument } from '../edit/parseDocument.ts';

/** Where in the text the value at a JSON path stands, or the nearest thing that holds it. */
export function offsetOf(text: string, path: string): { readonly offset: number; readonly length: number } | null {
  const root = parseDocument(text).root;
  const steps = [...parsePath(path)];
  for (let length = steps.length; root && length > 0; length--) {
    const node = findNodeAtLocation(root, steps.slice(0, length));
    if (node) return length === steps.length ? node : { offset: node.offset, length: 1 };
  }
  return root ? { offset: root.offset, length: 1 } : null;
}
