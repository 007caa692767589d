import type { Catalog, CatalogPlan } from '../catalog.ts';
import { figure } from '../figure.ts';
import { commonNotes } from '../notes.ts';
import { cardSource, meter, rateCard, selfHosted, thirdParty } from '../rateCard.ts';

const source = 'Third-party quotes, October 2026';
const carried = { confidence: '?', source: `${cardSource}; not dated for this edition` } as const;
const prepaidPrice = figure('4', 'B', `${source}: "from $4"`);

/** An edition of the price list; its figures are data, each with source and confidence. */
export const edition202610: Catalog = {
  id: '2026-10',
  title: 'October 2026',
  dated: 'October 2026',
  currency: 'USD',
  plans: [
    {
      id: 'free',
      name: 'Free Tier',
      kind: 'free',
      cycle: 'monthly',
      fee: figure('0', 'B', source),
      includedCredits: figure('10', 'B', source),
      flexPrice: figure('0', 'B', source),
      prepaidPrice,
    },
    paid('core', 'Core', '39', '20'),
    paid('core-25', 'Core+25', '89', '35'),
  ],
  meters: [
    ...rateCard(carried).filter(({ id }) => !id.startsWith('serverless-')),
    meter(['serverless-rf-detr-medium', 'Serverless, RF-DETR Medium', 'serverless', 'image', 'hosted'], {
      credits: '0.0001875',
      per: '1',
      confidence: 'B',
      source,
    }),
    ...selfHosted(carried, false),
    ...thirdParty(),
  ],
  notes: [
    ...commonNotes,
    {
      id: 'on-demand',
      kind: 'vendor',
      text: 'Flex is called “On-Demand” in this edition.',
      confidence: 'B',
      source,
    },
    {
      id: 'serverless-by-model',
      kind: 'unpublished',
      text: 'Serverless inference is charged per image by model; only the rate of RF-DETR Medium is known.',
      confidence: 'B',
      source,
    },
  ],
};

function paid(id: string, name: string, fee: string, includedCredits: string): CatalogPlan {
  return {
    id,
    name,
    kind: 'paid',
    cycle: 'monthly',
    fee: figure(fee, 'B', source),
    includedCredits: figure(includedCredits, 'B', source),
    flexPrice: figure('6', 'B', source),
    prepaidPrice,
  };
}
