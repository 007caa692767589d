import { createContext, useContext } from 'react';

/** What buttons need of the commands: to run one from where they stand, and to name its key. */
export interface RunCommand {
  run(id: string, from: Element, args?: object): void;
  keyOf(id: string): string | null;
}

export const RunCommandContext = createContext<RunCommand | null>(null);

/** Null where there are no commands: a button then does what it does by itself. */
export function useRunCommand(): RunCommand | null {
  return useContext(RunCommandContext);
}
