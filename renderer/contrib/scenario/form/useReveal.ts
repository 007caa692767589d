import { createContext, useContext } from 'react';

/** The place that was asked for last. */
export interface RevealRequest {
  readonly serial: number;
  /** JSON path. */
  readonly path: string;
}

export interface RevealContextValue {
  readonly request: RevealRequest | null;
  /** Goes to the field at a JSON path, once it is drawn. */
  reveal(path: string): void;
}

export const RevealContext = createContext<RevealContextValue>({ request: null, reveal: () => undefined });

export function useReveal(): RevealContextValue {
  return useContext(RevealContext);
}
