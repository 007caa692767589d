import type { Catalog } from '../catalog.ts';
import { figure } from '../figure.ts';
import { commonNotes } from '../notes.ts';

const source = 'Older credits page, about 2025';

/** An edition of the price list; its figures are data, each with source and confidence. */
export const edition2025Early: Catalog = {
  id: '2025-early',
  title: 'Older credits page',
  dated: 'about 2025',
  currency: 'USD',
  plans: [
    {
      id: 'growth',
      name: 'Growth',
      kind: 'paid',
      cycle: 'monthly',
      fee: null,
      includedCredits: figure('150', 'A', source),
      flexPrice: figure('3', 'A', source),
      prepaidPrice: figure('3', 'A', source),
    },
  ],
  meters: [],
  notes: commonNotes,
};
