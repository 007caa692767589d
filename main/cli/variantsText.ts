import type { VariantsView } from '../../shared/rpc/variantViews.ts';
import { numbersFrom, percentText, roundText } from './forecastText.ts';
import { table } from './plainText.ts';

/** Variants side by side, for people: what differs is marked with a star, the cheapest with a dot. */
export function variantsText(comparison: VariantsView): string {
  const { name, paths, seed, random, notes } = comparison;
  const sampled = random
    ? `${paths} paths, seed ${seed}, the same demand for all`
    : 'nothing in the scenarios is uncertain, so all paths are alike';
  const parts = [
    `${name}\n${sampled}\n`,
    inputsText(comparison),
    figuresText(comparison),
    againstText(comparison),
    cheapestText(comparison),
    notes.map((note) => `note: ${note}\n`).join(''),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function inputsText({ inputs, variants }: VariantsView): string {
  const rows = inputs.map(({ input, values, differs }) => [differs ? `* ${input}` : `  ${input}`, ...values]);
  return table([['  inputs', ...variants.map(({ name }) => name)], ...rows], []);
}

function figuresText({ variants, currency, percentiles, cheapest }: VariantsView): string {
  const marked = (amount: string, index: number, best: readonly number[]): string =>
    `${best.includes(index) ? '• ' : ''}${amount}`;
  const of = <T>(read: (variant: VariantsView['variants'][number], index: number) => T): T[] => variants.map(read);
  const rows = [
    [`total ${currency}`, ...of(({ name }) => name)],
    ['expected', ...of(({ expected }, index) => marked(expected, index, cheapest.expected))],
    ['mean', ...of(({ total }, index) => marked(total.mean, index, cheapest.mean))],
    ...percentiles.map((percent, point) => [
      `P${percent}`,
      ...of(({ total }, index) => marked(total.points[point]!.amount, index, cheapest.points[point]!.variants)),
    ]),
    ['cheapest of all', ...of(({ cheapestChance }) => percentText(cheapestChance))],
    ['Flex', ...of(({ flexChance }) => percentText(flexChance))],
    ['its credits', ...of(({ flexMean }) => roundText(flexMean))],
    ['blocked', ...of(({ blockedChance }) => percentText(blockedChance))],
    ['its credits', ...of(({ blockedMean }) => roundText(blockedMean))],
  ];
  return table(rows, numbersFrom(1, variants.length + 1));
}

function againstText({ variants, currency, percentiles }: VariantsView): string {
  const [first, ...others] = variants;
  const heading = [
    `against ${first!.name}, ${currency}`,
    'expected',
    'mean',
    ...percentiles.map((percent) => `P${percent}`),
    'cheaper',
    'same',
  ];
  const rows = others.map(({ name, against }) => [
    name,
    against!.expected,
    against!.mean,
    ...against!.points.map(({ amount }) => amount),
    percentText(against!.cheaperChance),
    percentText(against!.sameChance),
  ]);
  return table([heading, ...rows], numbersFrom(1, heading.length));
}

function cheapestText({ cheapest, variants }: VariantsView): string {
  const named = (indexes: readonly number[]): string => indexes.map((index) => variants[index]!.name).join(' and ');
  const points = cheapest.points.map((point) => `P${point.percent}: ${named(point.variants)}`);
  return `cheapest by mean: ${named(cheapest.mean)}; by ${points.join('; by ')}\n`;
}
