import { createContext, useContext } from 'react';
import { assert } from '../../shared/base/assert.ts';
import type { Workbench } from './workbench.ts';

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  assert(workbench !== null, 'components live inside the workbench');
  return workbench;
}
