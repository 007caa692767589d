import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { EditorKind, EditorProps } from '../../platform/editor.ts';

/** The components of the kinds by scheme, each loaded when first drawn. */
export function lazyEditors(kinds: readonly EditorKind[]): Readonly<Record<string, ComponentType<EditorProps>>> {
  return Object.fromEntries(
    kinds.map((kind) => [kind.scheme, lazy(async () => ({ default: await kind.load() }))] as const),
  );
}
