import { createContext, useContext } from 'react';

/** Where editors were looked at last, part by part, each in its own form (JSON). Kept by the host from start to start. */
export interface EditorPlaces {
  /** What was kept of an editor's part; undefined where nothing was. Whoever asks checks its form. */
  get(uri: string, part: string): unknown;
  set(uri: string, part: string, value: unknown): void;
}

/** The address of the editor that a component is part of. */
export const EditorUri = createContext('');

export function useEditorUri(): string {
  return useContext(EditorUri);
}
