import type { ComponentType } from 'react';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorKind, EditorProps } from '../../platform/editor.ts';
import { lazyPart } from '../../platform/lazyPart.tsx';

/** The components of the kinds by scheme, each loaded when first drawn. */
export function lazyEditors(kinds: readonly EditorKind[]): Readonly<Record<string, ComponentType<EditorProps>>> {
  return Object.fromEntries(
    kinds.map(({ scheme, load }) => [scheme, lazyPart(load, <Spinner label="Opening" />).Part] as const),
  );
}
