import type { SolvedView } from '../../shared/rpc/variantViews.ts';
import { numbersFrom } from './forecastText.ts';
import { table } from './plainText.ts';

/** What would have to be true, for people. */
export function solvedText(solved: SolvedView): string {
  const { title, from, until, step, looked, measure, paths, seed, currency, variants, points, meetings, unsolved } =
    solved;
  const basis = measure === 'mean' && paths > 1 ? `means of ${paths} paths, seed ${seed}` : 'bills on expected usage';
  const lines = [...meetings.map(({ sentence }) => sentence), ...unsolved];
  const heading = ['value', ...variants.map((name) => `${name} ${currency}`)];
  const shown = points.filter((_, index) => index % 4 === 0);
  return [
    `${title}, from ${from} to ${until}: ${basis}\n`,
    `${lines.join('\n')}\n`,
    table([heading, ...shown.map(({ value, amounts }) => [value, ...amounts])], numbersFrom(0, heading.length)),
    `Sought between ${looked} values evenly apart, told to ${step}; bills move in steps, so two values next to each other may stand on\neither side. Two changes between neighbouring values looked at would go unseen.\n`,
  ].join('\n');
}
