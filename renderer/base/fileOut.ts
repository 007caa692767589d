import { createContext, useContext } from 'react';

/** Takes what a part of the interface gives away: to the clipboard or into the open folder. Failures are told to the user. */
export interface FileOut {
  /** `what` names it for people: `Cumulative cost, as CSV`. Where pieces are slow to make, the clipboard is asked at once. */
  copy(what: string, type: 'text/plain' | 'image/png', make: () => Blob | Promise<Blob>): Promise<void>;
  /** Writes a new file into the folder's `exports` and tells its path. */
  save(name: string, make: () => Blob | Promise<Blob>): Promise<void>;
}

const nowhere: FileOut = { copy: () => Promise.resolve(), save: () => Promise.resolve() };

export const FileOutContext = createContext<FileOut>(nowhere);

export function useFileOut(): FileOut {
  return useContext(FileOutContext);
}
