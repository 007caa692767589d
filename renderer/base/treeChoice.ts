/** Which rows of a tree are chosen, in the order in which they were; the one with the focus, and the one a range begins at. */
export interface TreeChoice {
  readonly focus: string | null;
  readonly anchor: string | null;
  readonly chosen: ReadonlySet<string>;
}

export const nothingChosen: TreeChoice = { focus: null, anchor: null, chosen: new Set() };

export function chooseOne(id: string): TreeChoice {
  return { focus: id, anchor: id, chosen: new Set([id]) };
}

/** Adds a row to what is chosen, or takes it away. */
export function toggleOne({ chosen }: TreeChoice, id: string): TreeChoice {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { focus: id, anchor: id, chosen: next };
}

/** Chooses the rows from the anchor to this one, and no others. */
export function chooseRange({ anchor, focus }: TreeChoice, id: string, rows: readonly string[]): TreeChoice {
  const begin = anchor ?? focus ?? id;
  const [from, until] = [rows.indexOf(begin), rows.indexOf(id)];
  if (from < 0 || until < 0) return chooseOne(id);
  const range = rows.slice(Math.min(from, until), Math.max(from, until) + 1);
  return { focus: id, anchor: begin, chosen: new Set(from <= until ? range : range.toReversed()) };
}

export function chooseAll({ focus, anchor }: TreeChoice, rows: readonly string[]): TreeChoice {
  return { focus: focus ?? rows[0] ?? null, anchor, chosen: new Set(rows) };
}

/** The choice without rows that are gone. */
export function chooseAmong(choice: TreeChoice, exists: (id: string) => boolean): TreeChoice {
  const kept = (id: string | null): string | null => (id !== null && exists(id) ? id : null);
  const chosen = [...choice.chosen].filter(exists);
  if (chosen.length === choice.chosen.size && kept(choice.focus) === choice.focus) return choice;
  return { focus: kept(choice.focus), anchor: kept(choice.anchor), chosen: new Set(chosen) };
}
