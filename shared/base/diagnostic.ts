/** Where in a text something stands. Lines and columns count from 1, in UTF-16 units; `offset` and `length` from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
}

/** One fault in user data: found, placed and explained, so that all of them can be reported at once. */
export interface Diagnostic {
  /** A stable kebab-case code; never branch on `message`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** The file, where it is not the document itself. */
  readonly file?: string;
  /** JSON path such as `timeline[2].plan`; empty for the whole document. */
  readonly path: string;
  readonly place: Place | null;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  /** The word that was probably meant. */
  readonly suggestion?: string;
}
