/** One place where a search found something. Lines and columns count from 1, in UTF-16 units; `offset` from 0. */
export interface SearchMatch {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
  /** The line around it, cut to what is worth showing. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** What was found in one file; `more` counts what is not listed. */
export interface SearchedFile {
  readonly path: string;
  readonly matches: readonly SearchMatch[];
  readonly more: number;
}

/** Why a file was not searched. */
export interface LeftAside {
  readonly path: string;
  readonly reason: string;
}

/** What a search found, by file, in the order of their paths. */
export interface SearchView {
  readonly files: readonly SearchedFile[];
  /** How many files were read to their end. */
  readonly searched: number;
  readonly leftAside: readonly LeftAside[];
  /** Why it ended before all files were searched: enough was found, or it took too long; null where it did not. */
  readonly ended: 'enough' | 'time' | null;
}
