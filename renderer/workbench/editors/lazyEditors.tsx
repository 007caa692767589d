import { Spinner } from '../../base/Spinner.tsx';
import type { EditorKind, EditorProps } from '../../platform/editor.ts';
import { lazyPart, type LazyPart } from '../../platform/lazyPart.tsx';

/** The parts of the kinds by scheme, each loaded when first drawn or before. */
export function lazyEditors(kinds: readonly EditorKind[]): Readonly<Record<string, LazyPart<EditorProps>>> {
  return Object.fromEntries(
    kinds.map(({ scheme, load }) => [scheme, lazyPart(load, <Spinner label="Opening" />)] as const),
  );
}
