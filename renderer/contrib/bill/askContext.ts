import { createContext, useContext } from 'react';
import type { WhyTarget } from '../../../shared/rpc/table.ts';

/** Asks why a figure is what it is. `byKeyboard`: the focus then goes to the answer. */
export type Ask = (target: WhyTarget, byKeyboard: boolean) => void;

export const AskContext = createContext<Ask>(() => undefined);

export function useAsk(): Ask {
  return useContext(AskContext);
}
