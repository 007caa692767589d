import type { FaultList } from './faultList.ts';

const warnedFrom = 0.8;

/** What comes near a limit, and what to do before it is met. */
export interface NearLimit {
  readonly path: readonly (string | number)[];
  readonly count: number;
  readonly limit: number;
  /** `characters of text`. */
  readonly of: string;
  readonly advice: string;
}

/** Warns of what has come to four fifths of a limit: beyond the limit it is refused. */
export function warnNearLimit(faults: FaultList, { path, count, limit, of, advice }: NearLimit): void {
  if (count < limit * warnedFrom || count > limit) return;
  const share = Math.floor((count / limit) * 100);
  const message = `This has ${share} % of the ${limit.toLocaleString('en')} ${of} that can be read. ${advice}`;
  const expected = `at most ${limit} ${of}`;
  faults.add({ code: 'near-limit', severity: 'warning', path, message, expected, actual: `${count}` });
}
