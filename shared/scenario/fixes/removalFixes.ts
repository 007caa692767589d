import type { Faulty, Fix } from './faulty.ts';

/** Removes what is at fault, where leaving it out is what is left to do. */
export function removeIt(title: string): (faulty: Faulty) => readonly Fix[] {
  return (faulty) => [{ title, edits: faulty.remove(faulty.steps) }];
}

/** Removes what holds the value that is at fault: the rate of a date, the entry of a path. */
export function removeAround(title: string): (faulty: Faulty) => readonly Fix[] {
  return (faulty) => [{ title, edits: faulty.remove(faulty.steps.slice(0, -1)) }];
}
