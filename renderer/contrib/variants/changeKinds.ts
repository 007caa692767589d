import type { WrittenChange } from './comparisonText.ts';

/** One field of a change in the form. */
export interface ChangeField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'plan' | 'edition' | 'date' | 'figure' | 'usage' | 'flag' | 'when';
  /** May be left out. */
  readonly optional?: boolean;
  /** Left empty, null is written: there is none. */
  readonly nullable?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
}

/** A kind of change: how the form names it, its fields, and what a new one says. */
export interface ChangeKind {
  readonly do: string;
  readonly title: string;
  readonly fields: readonly ChangeField[];
  fresh(offered: Offered): WrittenChange;
}

/** What the base scenario offers to a new change. */
export interface Offered {
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly editions: readonly string[];
  /** The horizon's first local date. */
  readonly start: string;
}

const from: ChangeField = { key: 'from', label: 'From', kind: 'date', optional: true, placeholder: 'the start' };
const of: ChangeField = { key: 'of', label: 'Of', kind: 'usage', optional: true, placeholder: 'all usage' };

/** The kinds of changes, in the order in which people ask for them. */
export const changeKinds: readonly ChangeKind[] = [
  {
    do: 'plan',
    title: 'Plan or cycle',
    fields: [
      { key: 'plan', label: 'Plan', kind: 'plan' },
      from,
      { key: 'when', label: 'Takes effect', kind: 'when', optional: true },
    ],
    fresh: ({ plans }) => ({ do: 'plan', plan: plans.at(-1)?.id ?? '' }),
  },
  {
    do: 'prepaid',
    title: 'Prepaid purchase',
    fields: [
      { key: 'credits', label: 'Credits', kind: 'figure' },
      { key: 'at', label: 'On', kind: 'date' },
      { key: 'unitPrice', label: 'Price a credit', kind: 'figure', optional: true, placeholder: 'the plan’s' },
      { key: 'instead', label: 'In place of all other purchases', kind: 'flag', optional: true },
    ],
    fresh: ({ start }) => ({ do: 'prepaid', credits: 500, at: start }),
  },
  {
    do: 'flex',
    title: 'Flex on or off',
    fields: [{ key: 'enabled', label: 'Flex serves what goes beyond', kind: 'flag' }, from],
    fresh: () => ({ do: 'flex', enabled: false }),
  },
  {
    do: 'cap',
    title: 'Cap of Flex',
    fields: [{ key: 'amount', label: 'At most', kind: 'figure', nullable: true, placeholder: 'no cap' }, from],
    fresh: () => ({ do: 'cap', amount: 200 }),
  },
  {
    do: 'price',
    title: 'Unit prices',
    fields: [
      { key: 'flex', label: 'Flex, a credit', kind: 'figure', optional: true, placeholder: 'as it is' },
      { key: 'prepaid', label: 'Prepaid, a credit', kind: 'figure', optional: true, placeholder: 'as it is' },
    ],
    fresh: () => ({ do: 'price', flex: 3.5 }),
  },
  {
    do: 'catalog',
    title: 'Price list',
    fields: [
      { key: 'edition', label: 'Edition', kind: 'edition' },
      { key: 'alone', label: 'Without the scenario’s own plans and meters', kind: 'flag', optional: true },
    ],
    fresh: ({ editions }) => ({ do: 'catalog', edition: editions.at(-1) ?? '' }),
  },
  {
    do: 'usage',
    title: 'More or less usage',
    fields: [{ key: 'factor', label: 'Times', kind: 'figure', hint: '1.2 is 20 % more, of known usage too.' }, of],
    fresh: () => ({ do: 'usage', factor: 1.2 }),
  },
  {
    do: 'growth',
    title: 'Further growth',
    fields: [{ key: 'rate', label: 'A month', kind: 'figure', hint: '0.05 is 5 %.' }, of],
    fresh: () => ({ do: 'growth', rate: 0.02 }),
  },
];

/** The kind that a change names; null where it names none. */
export function kindOfChange(change: WrittenChange): ChangeKind | null {
  return changeKinds.find((kind) => kind.do === change['do']) ?? null;
}
