import { createContext, useContext } from 'react';
import { assert } from '../../../../shared/base/assert.ts';
import type { Draft } from './draft.ts';

export const DraftContext = createContext<Draft | null>(null);

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  assert(draft !== null, 'fields live inside a scenario form');
  return draft;
}
