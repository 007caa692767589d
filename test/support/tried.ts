import { appendFileSync, readFileSync } from 'node:fs';

/** What tests that try to break the store, the decoders and the host count. */
export type Attempted = 'faults' | 'crash states' | 'hostile inputs' | 'fuzz cases' | 'seeds';

/** The variable that names the file in which a whole run counts; without it nothing is kept. */
export const triedFile = 'DRAWDOWN_TRIED';

/** Counts what a test tried; for `seeds`, tells the seed itself. */
export function countTried(what: Attempted, count: number): void {
  const file = process.env[triedFile];
  if (file) appendFileSync(file, `${JSON.stringify({ what, count })}\n`);
}

/** One line of all that was tried in a run. */
export function describeTried(file: string, failures: number): string {
  const tried = read(file);
  const of = (what: Attempted) => tried.filter((each) => each.what === what).map(({ count }) => count);
  const total = (what: Attempted) => of(what).reduce((sum, count) => sum + count, 0);
  const seeds = [...new Set(of('seeds'))].join(', ') || 'none';
  return [
    `${total('faults')} faults injected`,
    `${total('crash states')} crash states`,
    `${total('hostile inputs')} hostile inputs`,
    `${total('fuzz cases')} fuzz cases (seeds ${seeds})`,
    `${failures} of their tests failed`,
  ].join(', ');
}

function read(file: string): readonly { readonly what: Attempted; readonly count: number }[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as { what: Attempted; count: number });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
