import type { Catalog } from '../catalog.ts';
import { figure } from '../figure.ts';
import { commonNotes } from '../notes.ts';

const source = 'Vendor documents, mid 2025';

/** An edition of the price list; its figures are data, each with source and confidence. */
export const edition2025Mid: Catalog = {
  id: '2025-mid',
  title: 'Documents of mid 2025',
  dated: 'mid 2025',
  currency: 'USD',
  plans: [
    {
      id: 'growth',
      name: 'Growth',
      kind: 'paid',
      cycle: 'monthly',
      fee: null,
      includedCredits: null,
      flexPrice: figure('4', 'A', source),
      prepaidPrice: figure('4', 'A', source),
    },
    {
      id: 'growth-annual',
      name: 'Growth, annual',
      kind: 'paid',
      cycle: 'annual',
      fee: null,
      includedCredits: null,
      flexPrice: figure('3', 'A', source),
      prepaidPrice: figure('3', 'A', source),
    },
  ],
  meters: [],
  notes: commonNotes,
};
