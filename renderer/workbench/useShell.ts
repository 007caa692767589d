import { createContext, useContext } from 'react';
import { assert } from '../../shared/base/assert.ts';
import type { Shell } from './shell.ts';

export const ShellContext = createContext<Shell | null>(null);

/** The workbench's own parts draw with this; features use `useWorkbench`. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  assert(shell !== null, 'parts live inside the shell');
  return shell;
}
