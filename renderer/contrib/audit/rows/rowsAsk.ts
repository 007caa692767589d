import { createStore } from 'zustand/vanilla';

/** The audit whose finding's rows are to be brought into sight; null where none is. */
export const rowsAsk = createStore<{ readonly path: string | null }>(() => ({ path: null }));

/** Asks that the rows of an audit's finding be brought into sight once they are there. */
export function askForRows(path: string): void {
  rowsAsk.setState({ path });
}

/** Whether that was asked of this audit; it is then done. */
export function takeAsk(path: string): boolean {
  if (rowsAsk.getState().path !== path) return false;
  rowsAsk.setState({ path: null });
  return true;
}
