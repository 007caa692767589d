import type { Catalog } from '../catalog.ts';
import { figure } from '../figure.ts';
import { autoLabelRates, commonNotes } from '../notes.ts';
import { cardSource, rateCard, selfHosted, thirdParty } from '../rateCard.ts';

const source = 'Vendor pricing page, spring to summer 2026';
const card = { confidence: 'A', source: cardSource } as const;

/** An edition of the price list; its figures are data, each with source and confidence. */
export const edition2026Spring: Catalog = {
  id: '2026-spring',
  title: 'Spring to summer 2026',
  dated: 'spring to summer 2026',
  currency: 'USD',
  plans: [
    {
      id: 'public',
      name: 'Public',
      kind: 'free',
      cycle: 'monthly',
      fee: figure('0', 'A', source),
      includedCredits: null,
      flexPrice: figure('0', 'A', source),
      prepaidPrice: null,
    },
    {
      id: 'core',
      name: 'Core',
      kind: 'paid',
      cycle: 'monthly',
      fee: figure('99', 'A', source),
      includedCredits: figure('50', 'A', source),
      flexPrice: figure('6', 'A', source),
      prepaidPrice: null,
    },
    {
      id: 'core-annual',
      name: 'Core, annual',
      kind: 'paid',
      cycle: 'annual',
      fee: figure('948', 'A', `${source}: $79 a month billed annually, 12 times`),
      includedCredits: figure('600', '?', `${source}: 50 a month, read as 12 times 50 up front`),
      flexPrice: figure('6', 'A', source),
      prepaidPrice: null,
    },
  ],
  meters: [...rateCard(card), ...selfHosted(card, false), ...thirdParty()],
  notes: [
    ...commonNotes,
    autoLabelRates,
    {
      id: 'seats',
      kind: 'not-modelled',
      text: 'Core includes 3 seats and charges $29 for each further one; seats are not computed.',
      confidence: 'A',
      source,
    },
    {
      id: 'public-credits',
      kind: 'unpublished',
      text: 'The Public plan is published as about $60 of credits a month, not as a number of credits: set `includedCredits`.',
      confidence: 'A',
      source,
    },
    {
      id: 'packs',
      kind: 'unpublished',
      text: 'Prepaid credits were sold in packs of $130 to $630 a month; the price of a credit is not published: set `prepaidPrices` or the purchase’s `unitPrice`.',
      confidence: 'A',
      source,
    },
  ],
};
