import { catalogChoices } from '../../../shared/scenario/catalogChoices.ts';

/** The built-in editions that a scenario can name. */
export const offeredCatalogs = catalogChoices();

export type OfferedCatalog = (typeof offeredCatalogs)[number];
