/** What goes over the differences of an editor. */
export interface Walk {
  /** To the next difference (1) or the one before (-1). */
  go(step: 1 | -1): void;
  /** The same in the viewer for screen readers, where there is one. */
  review?(step: 1 | -1): void;
}

const walks = new Map<string, Walk>();

/** Lets the commands reach the differences of the editor at an address, until the result is called. */
export function offerWalk(uri: string, walk: Walk): () => void {
  walks.set(uri, walk);
  return () => {
    if (walks.get(uri) === walk) walks.delete(uri);
  };
}

export function walkOf(uri: string | null): Walk | null {
  return uri === null ? null : (walks.get(uri) ?? null);
}
