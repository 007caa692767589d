import type { Catalog } from '../catalog.ts';
import { figure } from '../figure.ts';
import { commonNotes } from '../notes.ts';

const source = 'Oldest vendor documents, about 2024';

/** An edition of the price list; its figures are data, each with source and confidence. */
export const edition2024: Catalog = {
  id: '2024-docs',
  title: 'Oldest documents',
  dated: 'about 2024',
  currency: 'USD',
  plans: [
    {
      id: 'public',
      name: 'Public',
      kind: 'free',
      cycle: 'monthly',
      fee: figure('0', 'A', source),
      includedCredits: figure('30', 'A', source),
      flexPrice: figure('0', 'A', source),
      prepaidPrice: null,
    },
  ],
  meters: [],
  notes: commonNotes,
};
