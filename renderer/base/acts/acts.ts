/** What a part of the page does for a command, by the command's id; null where it cannot now. */
export type Acts = Readonly<Record<string, (() => unknown) | null>>;

/** A part of the page that offers acts. `data-scope` around it says where its commands are meant for it. */
export interface ActPart {
  readonly element: Element;
  /** As they are now. */
  acts(): Acts;
}

const parts = new Set<ActPart>();
const counts = new Map<string, number>();
const listeners = new Set<(id: string, can: boolean) => void>();

/** Offers a part's acts while it is drawn; call the result to stop. `ids` are those that it can do. */
export function offerActs(part: ActPart, ids: readonly string[]): () => void {
  parts.add(part);
  for (const id of ids) count(id, 1);
  return () => {
    parts.delete(part);
    for (const id of ids) count(id, -1);
  };
}

/** Tells which commands have something to act on, now and from now on. */
export function onActs(listener: (id: string, can: boolean) => void): () => void {
  for (const [id, offered] of counts) listener(id, offered > 0);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function actParts(): readonly ActPart[] {
  return [...parts];
}

function count(id: string, step: 1 | -1): void {
  const before = counts.get(id) ?? 0;
  counts.set(id, before + step);
  if ((before === 0) !== (before + step === 0)) for (const listener of listeners) listener(id, before === 0);
}
