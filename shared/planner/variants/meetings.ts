/** On which side of 0 a difference lies. */
export type Side = -1 | 0 | 1;

/**
 * Where a difference changes its side between whole numbers: the last one before and the first one after, next to each other
 * but where the difference is 0 in between.
 */
export interface Meeting {
  readonly below: number;
  readonly above: number;
  /** Sides there; equal where the difference only touches 0. */
  readonly sideBelow: Side;
  readonly sideAbove: Side;
}

/** Gives the side of the difference at a whole number; null gives the search up. */
export type SideAt = (at: number) => Promise<Side | null>;

/**
 * All changes of side that whole numbers in ascending order show, each bisected down to neighbours. A difference that changes
 * twice between two of the numbers looked at goes unseen. Where the difference is 0 at the first or last number, the meeting
 * reaches to it.
 */
export async function findMeetings(looked: readonly number[], sideAt: SideAt): Promise<Meeting[] | null> {
  const steps: Meeting[] = [];
  for (const [index, above] of looked.entries()) {
    const below = looked[index - 1];
    if (below === undefined) continue;
    const sideBelow = await sideAt(below);
    const sideAbove = await sideAt(above);
    if (sideBelow === null || sideAbove === null) return null;
    const changes = await changesBetween({ below, above, sideBelow, sideAbove }, sideAt);
    if (changes === null) return null;
    steps.push(...changes);
  }
  return joined(steps, { first: looked[0]!, last: looked.at(-1)! });
}

/** Every change between two numbers whose sides differ: one, or two with 0 in between. */
async function changesBetween(ends: Meeting, sideAt: SideAt): Promise<Meeting[] | null> {
  if (ends.sideBelow === ends.sideAbove) return [];
  let { below, above, sideAbove } = ends;
  const { sideBelow } = ends;
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    const side = await sideAt(middle);
    if (side === null) return null;
    if (side === sideBelow) below = middle;
    else [above, sideAbove] = [middle, side];
  }
  const found: Meeting = { below, above, sideBelow, sideAbove };
  const rest = await changesBetween({ ...ends, below: above, sideBelow: sideAbove }, sideAt);
  return rest && [found, ...rest];
}

/** Two changes with nothing but 0 between them are one meeting. */
function joined(
  steps: readonly Meeting[],
  { first, last }: { readonly first: number; readonly last: number },
): Meeting[] {
  const meetings: Meeting[] = [];
  for (const step of steps) {
    const before = meetings.at(-1);
    if (step.sideBelow === 0 && before?.sideAbove === 0) {
      meetings[meetings.length - 1] = { ...before, above: step.above, sideAbove: step.sideAbove };
    } else meetings.push(step.sideBelow === 0 ? { ...step, below: first } : step);
  }
  const end = meetings.at(-1);
  if (end?.sideAbove === 0) meetings[meetings.length - 1] = { ...end, above: last };
  return meetings;
}
