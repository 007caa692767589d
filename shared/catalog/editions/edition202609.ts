import type { Catalog } from '../catalog.ts';
import { figure } from '../figure.ts';
import { commonNotes } from '../notes.ts';
import { cardSource, rateCard, selfHosted, thirdParty } from '../rateCard.ts';

const source = 'Third-party quotes, September 2026';
const carried = { confidence: '?', source: `${cardSource}; not dated for this edition` } as const;

/** An edition of the price list; its figures are data, each with source and confidence. */
export const edition202609: Catalog = {
  id: '2026-09',
  title: 'September 2026',
  dated: 'September 2026',
  currency: 'USD',
  plans: [
    {
      id: 'public',
      name: 'Public',
      kind: 'free',
      cycle: 'monthly',
      fee: figure('0', 'B', source),
      includedCredits: figure('15', 'B', source),
      flexPrice: figure('0', 'B', source),
      prepaidPrice: figure('4', '?', `${source}: "from $4"`),
    },
    {
      id: 'core',
      name: 'Core',
      kind: 'paid',
      cycle: 'monthly',
      fee: figure('99', 'B', source),
      includedCredits: null,
      flexPrice: figure('6', 'B', source),
      prepaidPrice: figure('4', '?', `${source}: "from $4"`),
    },
    {
      id: 'core-annual',
      name: 'Core, annual',
      kind: 'paid',
      cycle: 'annual',
      fee: figure('948', 'B', `${source}: $79 a month billed annually, 12 times`),
      includedCredits: null,
      flexPrice: figure('6', 'B', source),
      prepaidPrice: figure('4', '?', `${source}: "from $4"`),
    },
  ],
  meters: [...rateCard(carried), ...selfHosted(carried, false), ...thirdParty()],
  notes: [
    ...commonNotes,
    {
      id: 'core-credits',
      kind: 'unpublished',
      text: 'Core’s included credits are read as 15, 30 or 50 a month by different sources: set `includedCredits`.',
      confidence: '?',
      source,
    },
    {
      id: 'bulk-discount',
      kind: 'unpublished',
      text: 'Prepaid credits cost from $4, with 8 to 20 % off in bulk; the quantities are not published, so one price is used unless `prepaidPrices` says otherwise.',
      confidence: 'B',
      source,
    },
  ],
};
