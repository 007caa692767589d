import type { Catalog } from '../catalog.ts';
import { figure } from '../figure.ts';
import { commonNotes, videoCeiling } from '../notes.ts';
import { cardSource, rateCard, selfHosted, thirdParty } from '../rateCard.ts';

const source = 'Published credit FAQ';
const carried = { confidence: '?', source: `${cardSource}; not dated for this edition` } as const;

/** An edition of the price list; its figures are data, each with source and confidence. */
export const editionFaq: Catalog = {
  id: 'faq',
  title: 'Credit FAQ',
  dated: 'the published FAQ, between mid 2025 and spring 2026',
  currency: 'USD',
  plans: [
    {
      id: 'growth',
      name: 'Growth',
      kind: 'paid',
      cycle: 'monthly',
      fee: null,
      includedCredits: figure('150', 'A', source),
      flexPrice: figure('4', 'A', source),
      prepaidPrice: figure('4', 'A', source),
    },
    {
      id: 'growth-annual',
      name: 'Growth, annual',
      kind: 'paid',
      cycle: 'annual',
      fee: null,
      includedCredits: figure('1800', '?', `${source}: the year's credits up front, read as 12 times 150`),
      flexPrice: figure('4', 'A', source),
      prepaidPrice: figure('4', 'A', source),
    },
  ],
  meters: [...rateCard(carried), ...selfHosted({ confidence: 'A', source }, true), ...thirdParty()],
  notes: [
    ...commonNotes,
    videoCeiling,
    {
      id: 'growth-fee',
      kind: 'unpublished',
      text: 'The Growth plan’s own fee is not reliably published ($299 a month was seen in unverified notes): set `fee` in the scenario.',
      confidence: '?',
      source: 'Unverified notes',
    },
  ],
};
